/** Told from time to time how much of what is done. */
export type Progress = (done: number, of: number, what: string) => void;
