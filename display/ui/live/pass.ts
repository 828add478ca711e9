/** What a screen's address carries: `/display/lobby/?branch=demo#token=…`. The token is in the fragment, so it reaches no log. */
export interface Pass {
  readonly branch: string;
  readonly token: string;
}

export function readPass(address: URL): Pass | null {
  const branch = address.searchParams.get('branch');
  const token = new URLSearchParams(address.hash.slice(1)).get('token');
  return branch && token ? { branch, token } : null;
}
