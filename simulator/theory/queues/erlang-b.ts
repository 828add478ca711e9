/**
 * Erlang B: the share of arrivals that find all `servers` busy and are lost, at an offered load of `offered` Erlang.
 * B(0) = 1; B(k) = a B(k−1) / (k + a B(k−1)). Never factorials. (Erlang 1917; recursion: Jagerman 1974.)
 */
export function erlangB(servers: number, offered: number): number {
  let block = 1;
  for (let k = 1; k <= servers; k++) block = (offered * block) / (k + offered * block);
  return block;
}
