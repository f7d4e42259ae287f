import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, unknownCase, warning, weigh } from '@klubba/kernel';
import { provaJustering, stod } from '@klubba/lagrum';
import { UTAN_TEXT } from './sammantrade.behandling.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { andrad, finnsInte, kallad, type Mote, nummer, type Punkt, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { narvarande, tjanstgorande } from './sammantrade.narvaro.decider';

/** Without `punkter`: all that is left, or with `omedelbart` those with a decision point that says so. `datum`: of the last signature. */
export type JusteringCommand = Command<'Justera', { punkter?: readonly string[]; datum: string; omedelbart: boolean; justerare: readonly string[] }>;

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;

export const decideJustering = (command: JusteringCommand, mote: Mote, { id }: Context): Outcome => {
  const { datum, omedelbart } = command.data;
  const justerare = [...new Set(command.data.justerare)];
  if (mote.skede === 'oppet' && !omedelbart) return refuse('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat. Medan det pågår kan paragrafer bara justeras omedelbart.');
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
  if (justerare.length === 0) return refuse('JUSTERARE_SAKNAS', 'Ange vilka som justerar.');
  if (datum < mote.datum) return refuse('JUSTERING_FORE_SAMMANTRADE', `Justeringen ${datum} ligger före sammanträdet ${mote.datum}.`);

  const valda = valj(command.data, mote);
  if (isRefusal(valda)) return valda;
  const brister = [...(omedelbart ? valda.flatMap((punkt) => provaOmedelbar(punkt, mote, datum)) : []), ...valda.flatMap((punkt) => provaInnehall(punkt, mote))];
  const [forst, ...resten] = brister.filter(({ allvar }) => allvar === 'STOPP');
  if (forst !== undefined) return { hinder: [forst, ...resten] };

  const passed = weigh<SammantradeHinder>(command, `sammantrade:${id}`, [
    ...brister,
    ...(omedelbart ? utanGrund(valda, mote) : [provaJustering(mote.datum, null, datum)]),
    ...justerare.flatMap((person) => {
      const borta = valda.find(({ id: punkt }) => !narvarande(mote, punkt).includes(person));
      return borta === undefined ? [] : [warning<SammantradeHinder>('JUSTERARE_EJ_NARVARANDE', `{person:${person}} var inte närvarande vid ${kallad(mote, borta.id)} och bör inte justera den.`)];
    }),
  ]);
  if (isRefusal(passed)) return passed;
  return [{
    type: 'ParagraferJusterade',
    data: { omgang: mote.omgangar.length + 1, omedelbar: omedelbart, datum, justerare, punkter: valda.map(({ id: punkt }) => punkt), ...passed },
  }];
};

type Avgjord = Punkt & { readonly beslut: NonNullable<Punkt['beslut']> };
const arAvgjord = (punkt: Punkt): punkt is Avgjord => punkt.beslut !== undefined;

/** What is to be justerat, in the order of the §§. */
const valj = ({ punkter, omedelbart }: JusteringCommand['data'], mote: Mote): readonly Avgjord[] | Refusal<SammantradeHinder> => {
  for (const id of punkter ?? []) {
    const punkt = punkten(mote, id);
    if (punkt === undefined) return finnsInte;
    if (!arAvgjord(punkt)) return refuse('EJ_AVGJORD', `Klubban har inte fallit för ärende ${nummer(mote, id)}.`);
    if (punkt.omgang !== undefined) return refuse('REDAN_JUSTERAD', `${kallad(mote, id)} är redan justerad.`);
  }
  const valda = mote.punkter.filter(arAvgjord).filter(({ id, omgang, beslut }) => (punkter === undefined ? omgang === undefined && (!omedelbart || beslut.omedelbar) : punkter.includes(id)));
  if (valda.length === 0) return refuse('INGET_ATT_JUSTERA', omedelbart ? 'Ingen paragraf har en beslutspunkt om omedelbar justering.' : 'Alla paragrafer är justerade.');
  const onumrerad = valda.find(({ paragraf }) => paragraf === undefined);
  if (onumrerad !== undefined) return refuse('EJ_NUMRERAD', `Ärende ${nummer(mote, onumrerad.id)} har inte fått sitt paragrafnummer än. Försök igen om en stund.`);
  return [...valda].sort((a, b) => a.beslut.ordning - b.beslut.ordning);
};

/** C1: each § has its matter, what was decided and who took part (KL 5:67 by 6:35). The matter it has from the agenda. */
const provaInnehall = ({ id, beslut, utgatt }: Avgjord, mote: Mote): readonly Hinder<SammantradeHinder>[] => {
  const { citat, allvar } = stod('kommunallag', mote.datum);
  const lagrum = allvar === 'STOPP' ? 'KL 5 kap. 67 §' : citat;
  const saknas = [
    ...(beslut.antal === 0 && !UTAN_TEXT.includes(beslut.beslutstyp) ? ['beslut'] : []),
    ...(!utgatt && tjanstgorande(mote, id).length === 0 ? ['deltagare'] : []),
  ];
  return saknas.map((falt) => ({ kod: 'PARAGRAF_SAKNAR_FALT', allvar, text: `${kallad(mote, id)} saknar ${falt} (${lagrum}).`, lagrum }));
};

/** C4: written out before it is signed, and signed the same day. */
const provaOmedelbar = ({ id, beslut }: Avgjord, mote: Mote, datum: string): readonly Hinder<SammantradeHinder>[] => [
  ...(beslut.antal === 0 ? [{ kod: 'PARAGRAFEN_EJ_UTSKRIVEN', allvar: 'STOPP', text: 'Paragrafen är inte utskriven och kan inte justeras omedelbart.' } as const] : []),
  ...(datum !== mote.datum ? [{ kod: 'EJ_SAMMA_DAG', allvar: 'STOPP', text: `${kallad(mote, id)} kan justeras omedelbart bara samma dag som sammanträdet, ${mote.datum}.` } as const] : []),
];
/** C4: the ground for it is a decision point of its own, and that fullmäktige has allowed it (KL 5:69). */
const utanGrund = (valda: readonly Avgjord[], mote: Mote): readonly Hinder<SammantradeHinder>[] => [
  ...valda.filter(({ beslut }) => !beslut.omedelbar).map(({ id }) =>
    warning<SammantradeHinder>('BESLUTSPUNKT_OM_JUSTERING_SAKNAS', `${kallad(mote, id)} saknar en egen beslutspunkt om omedelbar justering. Ange grunden för att justera den omedelbart.`)),
  ...(mote.omedelbarJustering ? [] : [warning<SammantradeHinder>('OMEDELBAR_JUSTERING_EJ_MEDGIVEN', 'Nämndens reglemente medger inte omedelbar justering (KL 5 kap. 69 §).', 'KL 5 kap. 69 §')]),
];

export const evolveJustering = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ParagraferJusterade' }>): Mote => {
  switch (event.type) {
    case 'ParagraferJusterade': {
      const { omgang, datum, punkter } = event.data;
      return punkter.reduce<Mote>((fore, punkt) => andrad(fore, punkt, () => ({ omgang })), { ...mote, omgangar: [...mote.omgangar, { datum, punkter, anslag: [] }] });
    }
    default: return unknownCase(event as never);
  }
};
