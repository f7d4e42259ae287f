import { arendet } from '@klubba/arende';
import { type Event, type Klass, KLASSER, type Projection, strictest } from '@klubba/kernel';
import { paragrafen } from '@klubba/paragraf';
import { sammantradet } from '@klubba/sammantrade';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import type { Handling, Handlingsplats } from './handling.projection';

/** Reads a document, at the moment shown or now. */
export type Las = <Doc, E extends Event>(projection: Projection<Doc, E>, id: string) => Promise<Doc | undefined>;
/** A place that the viewer may see, and the class that it takes to see the handling there. */
export type OppenPlats = { readonly plats: Handlingsplats; readonly klass: Klass };

/**
 * The places of a handling that a viewer may see, with what each asks for: the strictest of the handling and of what it
 * is attached to, then and now. A paper is working material until its matter has been finally dealt with or its § is
 * justerad (TF 2:10; I6); that it was sent to the nämnd's own members makes it no more public.
 */
export const oppnaPlatser = async (doc: Handling, now: Handling, da: Las, nu: Las, far: (klass: Klass) => boolean): Promise<readonly OppenPlats[]> => {
  const oppna: OppenPlats[] = [];
  for (const plats of doc.platser) {
    // What it is attached to may be gone from its agenda: nobody knows any longer how secret it was.
    const klass = strictest((await malklass(plats, da)) ?? 'sekretess', (await malklass(plats, nu)) ?? 'sekretess', doc.klass, now.klass);
    if (far(klass)) oppna.push({ plats, klass });
  }
  return oppna;
};

/** The class that it takes to see the handling itself: the least strict of its places that the viewer may see; attached nowhere it is for those inside. */
export const handlingsklass = (doc: Handling, now: Handling, oppna: readonly OppenPlats[]): Klass | undefined =>
  doc.platser.length === 0 ? strictest<Klass>('arbetsmaterial', doc.klass, now.klass) : KLASSER.find((klass) => oppna.some((en) => en.klass === klass));

/** From which day it is allmän handling, if it is: what came in, at once (TF 2:9); one's own when it was expedierad or published, its matter dealt with or its § justerad (TF 2:10; I6). Not the same as open. */
export const allmanFran = async ({ id: handling, datumslag, datum, platser, expedierad }: Handling, las: Las): Promise<string | undefined> => {
  if (datumslag === 'inkommet') return datum;
  const dagar: (string | undefined)[] = [expedierad];
  for (const { mal, id, sammantrade } of platser) {
    // Published before the meeting it has left the myndighet, as by expediering; sent to its own members it has not.
    if (mal === 'punkt') dagar.push(...((await las(sammantradet, sammantrade ?? ''))?.tillkannagivanden ?? []).filter(({ handlingar }) => handlingar.some((en) => en.handling === handling)).map((en) => en.datum));
    if (mal === 'arende') dagar.push((await las(arendet, id))?.slutbehandlat);
    else if (mal === 'tjansteskrivelse') dagar.push((await las(arendet, (await las(tjansteskrivelsen, id))?.arende ?? ''))?.slutbehandlat);
    else dagar.push((await las(paragrafen, id))?.justerad?.datum);
  }
  return dagar.filter((dag) => dag !== undefined).sort()[0];
};

/** What it takes to see what is attached there; nothing where there is no such thing. */
const malklass = async (plats: Handlingsplats, las: Las): Promise<Klass | undefined> => {
  switch (plats.mal) {
    case 'arende': {
      const arende = await las(arendet, plats.id);
      return arende && strictest<Klass>(arende.slutbehandlat === undefined ? 'arbetsmaterial' : 'oppen', arende.klass);
    }
    case 'tjansteskrivelse': {
      const memo = await las(tjansteskrivelsen, plats.id);
      const arende = memo && (await las(arendet, memo.arende));
      return memo && strictest<Klass>(arende?.slutbehandlat === undefined || memo.status !== 'fardigstalld' ? 'arbetsmaterial' : 'oppen', memo.klass, arende?.klass);
    }
    case 'paragraf': {
      const paragraf = await las(paragrafen, plats.id);
      return paragraf && strictest<Klass>(paragraf.justerad === undefined ? 'arbetsmaterial' : 'oppen', paragraf.klass);
    }
    case 'punkt': {
      const punkt = (await las(sammantradet, plats.sammantrade ?? ''))?.punkter.find(({ id }) => id === plats.id);
      const paragraf = await las(paragrafen, plats.id);
      return punkt && strictest<Klass>(paragraf?.justerad === undefined ? 'arbetsmaterial' : 'oppen', punkt.klass, paragraf?.klass);
    }
  }
};
