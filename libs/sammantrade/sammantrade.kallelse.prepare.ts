import { type Arende, sammaDiarienummer } from '@klubba/arende';
import { bilagorna, handlingen } from '@klubba/handling';
import { GALLRAT, type Sealed, type Surroundings } from '@klubba/kernel';
import { avvikandeDagar } from '@klubba/lagrum';
import type { Tjansteskrivelse } from '@klubba/tjansteskrivelse';
import type { Punktkontroll } from './sammantrade.kallelse.decider';
import type { Punkt } from './sammantrade.projection';

/**
 * A11: how an item's memo agrees with what is attached and with itself. The texts are opened here and reckoned with;
 * what leaves is how many.
 */
export const papperskontroll = async (punkt: Punkt, memo: Tjansteskrivelse | undefined, matter: Arende | undefined, around: Surroundings): Promise<Punktkontroll> => {
  if (memo === undefined) return {};
  const text = async (en: Sealed | undefined): Promise<string> => {
    const oppnad = en === undefined ? '' : await around.open(en as Sealed<string>);
    return oppnad === GALLRAT ? '' : oppnad;
  };
  const nummer = punkt.diarienummer ?? matter?.diarienummer;
  const kanda = [...(nummer === undefined ? [] : [nummer]), ...(matter?.frammandeNummer ?? []).map(({ nummer: frammande }) => frammande)];
  const lopande = await Promise.all([memo.sammanfattning, memo.arendebeskrivning, memo.bedomning, ...memo.forslag.map((forslag) => forslag.text)].map(text));
  const formularets = [memo.datum, ...memo.handlingar.flatMap(({ datum, handelsedatum }) => [datum, handelsedatum]).filter((dag) => dag !== undefined)];
  // An item may say that its papers come later, are handed out or lie elsewhere (A10).
  const skaFinnas = memo.handlingar.length > 0 && (punkt.handlingslage ?? 'bifogas') === 'bifogas';
  const bifogade = !skaFinnas ? [] : await bifogadeNamn([punkt.id, memo.id, memo.arende], text, around);
  const uppraknade = await Promise.all(memo.handlingar.map(({ namn }) => text(namn)));
  return {
    ...(memo.beteckning !== undefined && kanda.length > 0 && !kanda.some((ett) => sammaDiarienummer(ett, memo.beteckning!)) && { olikaNummer: true }),
    uppraknade: uppraknade.length, saknade: !skaFinnas ? 0 : uppraknade.filter((namn) => !arBifogad(namn, bifogade)).length,
    avvikandeDagar: new Set(lopande.flatMap((en) => avvikandeDagar(en, formularets, memo.datum))).size,
  };
};

/** What the files attached to the item, its memo and its matter are called. */
const bifogadeNamn = async (platser: readonly string[], text: (en: Sealed | undefined) => Promise<string>, around: Surroundings): Promise<readonly string[]> => {
  const namn: string[] = [];
  for (const plats of platser) for (const { handling } of (await around.read(bilagorna, plats))?.bilagor ?? []) namn.push(bart(await text((await around.read(handlingen, handling))?.namn)));
  return namn;
};

const bart = (namn: string): string => namn.toLowerCase().replace(/[.][a-z0-9]{2,4}$/, '').replace(/[^\p{L}\p{N}]+/gu, '');
/** A list and a file call the same paper much the same; the memo itself lies in Klubba. */
const arBifogad = (uppraknad: string, bifogade: readonly string[]): boolean => {
  const namn = bart(uppraknad);
  return namn.startsWith('tjänsteskrivelse') || namn === '' || bifogade.some((fil) => fil !== '' && (fil.includes(namn) || (fil.length > 5 && namn.includes(fil))));
};
