import { StoreUnavailable } from '@klubba/kernel';

type Answer = { readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly message: string }[] };
/** Asks a running Klubba one thing, and answers its `data`. */
export type Ask = <T>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;

/** A running Klubba, asked through GraphQL as who holds the token. Throws StoreUnavailable, in Swedish, when it does not answer as one. */
export const askServer = (url: string, token: string | undefined): Ask => async <T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> => {
  let response: Response;
  try {
    response = await fetch(`${url.replace(/\/$/, '')}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query, variables }),
    });
  } catch (error) {
    throw new StoreUnavailable(`${url} svarar inte. Är adressen rätt, och är Klubba igång?`, { cause: error });
  }
  const answer = (await response.json().catch(() => ({}))) as Answer;
  if (!answer.data || answer.errors) throw new StoreUnavailable(answer.errors?.map(({ message }) => message).join(' ') ?? `${url} svarade ${response.status}, och inte som en Klubba.`);
  return answer.data as T;
};
