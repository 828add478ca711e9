/** Arrivals at the rate λ̄ (1 + A sin γt). */
export interface Sinusoid {
  readonly lamBar: number;
  readonly relAmp: number;
  readonly gamma: number;
}

export const rateAt = ({ lamBar, relAmp, gamma }: Sinusoid, t: number): number => lamBar * (1 + relAmp * Math.sin(gamma * t));

/** Offered load with exponential services: m(t) = λ̄/μ + λ̄A (μ sin γt − γ cos γt)/(μ² + γ²). (Eick, Massey & Whitt 1993.) */
export function exponentialLoad({ lamBar, relAmp, gamma }: Sinusoid, mu: number, t: number): number {
  const swing = (mu * Math.sin(gamma * t) - gamma * Math.cos(gamma * t)) / (mu * mu + gamma * gamma);
  return lamBar / mu + lamBar * relAmp * swing;
}

/** Its peak comes atan(γ/μ)/γ after that of the rate, and its relative amplitude is A μ/√(μ² + γ²). */
export function exponentialLag({ relAmp, gamma }: Sinusoid, mu: number): { peakLag: number; relAmpOfLoad: number } {
  return { peakLag: Math.atan(gamma / mu) / gamma, relAmpOfLoad: (relAmp * mu) / Math.hypot(mu, gamma) };
}

/** Arrivals expected from `from` to `to`. With a service that always takes D, the offered load at t is those of [t − D, t]. */
export function arrivalsBetween({ lamBar, relAmp, gamma }: Sinusoid, from: number, to: number): number {
  return lamBar * (to - from + (relAmp * (Math.cos(gamma * from) - Math.cos(gamma * to))) / gamma);
}
