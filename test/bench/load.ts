/** What the load is told; the same for ours and for the bare program. */
export type Ask = { readonly query: string; readonly variables: object; readonly token: string };
export type Asked = { readonly port: number; readonly asks: readonly Ask[] };
export type Timed = { readonly ms: readonly number[]; readonly bodies: readonly string[] };
export type Lanes = { readonly port: number; readonly connections: number; readonly seconds: number };
