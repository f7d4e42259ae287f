import type { Ask } from '../../infra/klient';
import { type Fri, KOPPLING, medUppgifter, ORDFORANDEBESLUT, POSTER, REMISS, type Tabell, type Uppgift } from './redovisning';
import { samladDelegation, samladePoster, samladLexSarah, samladRad } from './redovisningsdelar';
import { alla } from './spelare';

const UPPGIFTER = 'uppgifter { vag slag varde }';
const NODE = `nummer ${UPPGIFTER}
  delegation { fran till tjansteskrivelse utskottsdagar ${UPPGIFTER} listor { namn form fran till lagar antal rader { indelning namn antal enhet } ${UPPGIFTER} } }
  anmalda { slag fran till ${UPPGIFTER} poster { ordning diarienummer motpart motpartensNummer form rubrik datum utfall stod ${UPPGIFTER} } }
  remisser { ordning diarienummer avsandare derasNummer utredning daterad fran till svarstid svarstidAvsandare svarstidIntern yttrandeDaterat yttrandeTill ${UPPGIFTER} }
  lexSarah { rapporter { manad antal } arenden { utfall nummer } lagrum { avser skrivet } beslutsfattare ${UPPGIFTER} }
  kopplingar { ordning fran till slag ${UPPGIFTER} }`;
type Redovisning = {
  readonly nummer: number; readonly uppgifter: readonly Uppgift[]; readonly delegation: Fri | null; readonly anmalda: readonly (Fri & { readonly slag: string; readonly poster: readonly Fri[] })[];
  readonly remisser: readonly Fri[]; readonly lexSarah: Fri | null; readonly kopplingar: readonly Fri[];
};
/** What the §§ tell of the registers, in the form of a file: `delar` of the meeting, and each §'s own. */
export type Redovisat = { readonly delar: Fri; readonly paragraf: (nummer: number) => Fri };

/** Throws StoreUnavailable. */
export const lasRedovisning = async (fraga: Ask, namnd: string, sammantrade: string): Promise<Redovisat> => {
  const lasta = await alla<Redovisning>(fraga, 'redovisningar', { namnd: ['ID!', namnd], sammantrade: ['ID!', sammantrade] }, NODE);
  const en = (namn: string, skriv: (en: Redovisning) => Fri | undefined): Fri => {
    const [forst] = lasta.flatMap((ett) => { const del = skriv(ett); return del === undefined ? [] : [{ paragraf: ett.nummer, ...del }]; });
    return forst === undefined ? {} : { [namn]: forst };
  };
  /** Each row in its own place of the list that it came from. */
  const rader = (namn: string, ur: (en: Redovisning) => readonly Fri[], tabell: Tabell, sagd: boolean): Fri => {
    const ut: (Fri | null)[] = [];
    for (const ett of lasta) for (const rad of ur(ett)) ut[rad.ordning as number] = { ...(sagd && { paragraf: ett.nummer }), ...samladRad(rad, tabell) };
    return ut.length === 0 ? {} : { [namn]: Array.from(ut, (rad) => rad ?? null) };
  };
  const anmalt = (slag: string, { anmalda }: Redovisning) => anmalda.find((ett) => ett.slag === slag);
  return {
    delar: {
      ...en('lex_sarah', ({ lexSarah }) => lexSarah === null ? undefined : samladLexSarah(lexSarah)), ...en('delegationsanmalan', ({ delegation }) => delegation === null ? undefined : samladDelegation(delegation)),
      ...Object.assign({}, ...Object.entries(POSTER).map(([slag, tabell]) => en(slag, (ett) => { const del = anmalt(slag, ett); return del && samladePoster(del, tabell); }))) as Fri,
      ...rader('ordforandebeslut', (ett) => anmalt('ordforandebeslut', ett)?.poster ?? [], ORDFORANDEBESLUT, true), ...rader('remisser', ({ remisser }) => remisser, REMISS, true),
      ...rader('kopplingar', ({ kopplingar }) => kopplingar, KOPPLING, false),
    },
    paragraf: (nummer) => medUppgifter({}, lasta.find((ett) => ett.nummer === nummer)?.uppgifter ?? []),
  };
};
