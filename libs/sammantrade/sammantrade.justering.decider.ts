import { type Command, type Context, type Hinder, isRefusal, type Refusal, uphold, warning } from '@klubba/kernel';
import { plusDagar, provaJustering } from '@klubba/lagrum';
import { dagen, sittning } from './klockslag';
import { provaForslagstext } from './sammantrade.beslut.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { type Avgjord, provaInnehall } from './sammantrade.innehall.decider';
import { arJavig, javig } from './sammantrade.jav.decider';
import { medOmgang, provaSkede, type Protokollval, valjProtokoll } from './sammantrade.protokoll.decider';
import { andrad, kallad, type Mote, type SammantradeHinder } from './sammantrade.mote.decider';
import { narvarande, ordforandeVid } from './sammantrade.narvaro.decider';
import { provaMotiverade } from './sammantrade.reservation.decider';

export type JusteringCommand = Command<'Justera', Justeringsdata>;
/** `datum`: of the last signature. `underskrifter`: the day of each, or with `enligtSignaturer` as they were given in Klubba. `undertecknat`: the paper signed elsewhere that is the proof. */
export type Justeringsdata = Protokollval & {
  readonly datum: string;
  readonly justerare: readonly string[];
  readonly underskrifter?: readonly Underskrift[];
  readonly enligtSignaturer?: boolean;
  readonly undertecknat?: string;
  readonly underlag?: Justeringsunderlag;
};
export type Underskrift = { readonly person: string; readonly datum: string };
/** What other streams say, put there by prepare: §§ with a handling attached, signatures that hold, and the signed paper beside Klubba's text. */
export type Justeringsunderlag = {
  readonly bifogade: readonly string[];
  readonly signaturer?: readonly (Underskrift & { readonly punkter: readonly string[] })[];
  readonly undertecknat?: { readonly hash: string; readonly punkter: readonly string[]; readonly skillnader: number; readonly andrat: boolean; readonly sista?: string };
};

type Funna = readonly (Hinder<SammantradeHinder> | false | undefined)[];

export const decideJustering = (command: JusteringCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const ett = justeringen(command.data, mote);
  if (isRefusal(ett)) return ett;
  const passed = uphold(command, `sammantrade:${id}`, [...ett.funna, provaLedarenJusterar(ett.data.punkter, ett.data.justerare, mote)]);
  return isRefusal(passed) ? passed : [{ type: 'ParagraferJusterade', data: { ...ett.data, ...passed } }];
};

const stopp = (kod: SammantradeHinder, text: string): Hinder<SammantradeHinder> => ({ kod, allvar: 'STOPP', text });

/** The justering as it lies in the fact, and what the rules have against it (C1, C3, C4). */
export const justeringen = (given: Justeringsdata, mote: Mote) => {
  const { datum, omedelbart, undertecknat, underlag = { bifogade: [] } } = given;
  const justerare = [...new Set(given.justerare)];
  const stangd = provaSkede(mote, omedelbart);
  if (stangd !== undefined) return stangd;
  if (datum < mote.datum) return { hinder: [stopp('JUSTERING_FORE_SAMMANTRADE', `Justeringen ${datum} ligger före sammanträdet ${mote.datum}.`)] } satisfies Refusal<SammantradeHinder>;

  const vald = valjProtokoll(given, mote);
  if (isRefusal(vald)) return vald;
  const { omgang, valda } = vald;
  const punkter = valda.map(({ id }) => id);
  const underskrifter = given.enligtSignaturer === true ? lamnade(underlag, justerare, punkter) : given.underskrifter;
  const funna: Funna = [
    justerare.length === 0 && stopp('JUSTERARE_SAKNAS', 'Ange vilka som justerar.'),
    ...(omedelbart ? valda.flatMap((punkt) => provaOmedelbar(punkt, mote, datum)) : []),
    ...valda.flatMap((punkt) => provaInnehall(punkt, mote)),
    ...(underskrifter === undefined ? [] : provaUnderskrifter(underskrifter, justerare, datum, mote)),
    ...(undertecknat === undefined ? [] : provaUndertecknat(underlag.undertecknat, punkter, datum)),
    ...valda.flatMap((punkt) => [...provaMotiverade(punkt, mote), provaForslagstext(punkt, mote, underlag.bifogade)]),
    ...valda.flatMap((punkt) => provaJavigJusterar(punkt, justerare, mote)),
    ...(omedelbart ? utanGrund(valda, mote) : [provaJustering(mote.datum, null, datum)]),
    ...justerare.flatMap((person) => {
      const borta = valda.find(({ id: punkt }) => !narvarande(mote, punkt).includes(person));
      return borta === undefined ? [] : [warning<SammantradeHinder>('JUSTERARE_EJ_NARVARANDE', `{person:${person}} var inte närvarande vid ${kallad(mote, borta.id)} och bör inte justera den.`)];
    }),
  ];
  return {
    funna,
    data: {
      omgang, omedelbar: omedelbart, datum, justerare, punkter, ...(underskrifter !== undefined && { underskrifter: underskrifter.map(({ person, datum: dag }) => ({ person, datum: dag })) }),
      ...(undertecknat !== undefined && underlag.undertecknat !== undefined && { undertecknat: { id: undertecknat, hash: underlag.undertecknat.hash } }),
    },
  };
};

/** Their signatures in Klubba that cover all these §§: of each the first, since what comes after changes nothing. */
const lamnade = ({ signaturer = [] }: Justeringsunderlag, justerare: readonly string[], punkter: readonly string[]): readonly Underskrift[] =>
  justerare.flatMap((person) => signaturer.find((en) => en.person === person && punkter.every((punkt) => en.punkter.includes(punkt))) ?? []);

/** C3: each of them has signed, after the meeting, and the last day is that of the justering. */
const provaUnderskrifter = (underskrifter: readonly Underskrift[], justerare: readonly string[], datum: string, mote: Mote): Funna => {
  const sista = underskrifter.map((en) => en.datum).sort().at(-1);
  return [
    ...justerare.filter((person) => !underskrifter.some((en) => en.person === person)).map((person) => stopp('UNDERSKRIFT_SAKNAS', `Underskriften av {person:${person}} saknas.`)),
    ...underskrifter.filter((en) => en.datum < mote.datum).map((en) => stopp('JUSTERING_FORE_SAMMANTRADE', `Underskriften ${en.datum} ligger före sammanträdet ${mote.datum}.`)),
    sista !== undefined && sista !== datum && stopp('JUSTERINGSDAGEN_STAMMER_INTE', `Justeringsdagen är den sista underskriftens, ${sista}, och inte ${datum}.`),
  ];
};

/** C3, J4: a paper signed elsewhere is the proof of these §§ when it covers them and says what Klubba says. */
const provaUndertecknat = (papper: Justeringsunderlag['undertecknat'], punkter: readonly string[], datum: string): Funna => {
  if (papper === undefined) return [stopp('UNDERTECKNAT_FINNS_INTE', 'Det undertecknade protokollet finns inte. Lägg till det först.')];
  return [
    !punkter.every((punkt) => papper.punkter.includes(punkt)) && stopp('UNDERTECKNAT_FINNS_INTE', 'Det undertecknade protokollet omfattar inte alla paragraferna.'),
    papper.skillnader > 0 && warning('UNDERTECKNAT_SKILJER_SIG', `Det undertecknade protokollet skiljer sig från Klubbas text på ${papper.skillnader} ställen. Granska dem, eller ange skäl.`),
    papper.andrat && warning('UNDERTECKNAT_ANDRAT', 'Dokumentet har ändrats efter signering.'),
    papper.sista !== undefined && papper.sista !== datum && warning('JUSTERINGSDAGEN_STAMMER_INTE', `Den sista underskriften i filen är från ${papper.sista}, och inte ${datum}.`),
  ];
};

/** B4: one who is jävig signs no § of that matter; who led it does, with another. */
const provaJavigJusterar = ({ id }: Avgjord, justerare: readonly string[], mote: Mote): readonly Hinder<SammantradeHinder>[] => {
  const inne = narvarande(mote, id);
  const andra = justerare.filter((person) => inne.includes(person));
  return andra.length > 1 ? [] : justerare.filter((person) => arJavig(mote, id, person)).map((person) => javig(mote, id, person, 'JAVIG_JUSTERAR'));
};

/** C3: who led a § signs it, also when it was another than ordföranden. Practice, and so a warning. */
const provaLedarenJusterar = (punkter: readonly string[], justerare: readonly string[], mote: Mote): Hinder<SammantradeHinder> | undefined => {
  const ordinarie = mote.narvaro.find(({ roll }) => roll === 'ordforande')?.person;
  const annans = punkter.find((id) => {
    const ledde = ordforandeVid(mote, id);
    return ledde !== undefined && ledde !== ordinarie && !justerare.includes(ledde);
  });
  return annans === undefined ? undefined : warning('LEDAREN_JUSTERAR_INTE', `{person:${ordforandeVid(mote, annans)!}} ledde ${kallad(mote, annans)} och undertecknar den. Ange skäl.`);
};

/** C4: written out before it is signed, and signed the same day. */
const provaOmedelbar = ({ id, beslut }: Avgjord, mote: Mote, datum: string): readonly Hinder<SammantradeHinder>[] => [
  ...(beslut.antal === 0 ? [stopp('PARAGRAFEN_EJ_UTSKRIVEN', 'Paragrafen är inte utskriven och kan inte justeras omedelbart.')] : []),
  ...(datum !== dagen(mote, beslut.tid) && !overMidnatt(mote, beslut.tid, datum) ? [stopp('EJ_SAMMA_DAG', `${kallad(mote, id)} kan justeras omedelbart bara samma dag som sammanträdet, ${dagen(mote, beslut.tid)}.`)] : []),
];
/** A sitting that goes on past midnight ends on a day of its own. */
const overMidnatt = (mote: Mote, tid: string, datum: string): boolean =>
  datum === plusDagar(dagen(mote, tid), 1) && datum === dagen(mote, mote.senast) && sittning(mote)(tid) === sittning(mote)(mote.senast);
/** C4: the ground for it is a decision point of its own, and that fullmäktige has allowed it (KL 5:69). */
const utanGrund = (valda: readonly Avgjord[], mote: Mote): readonly Hinder<SammantradeHinder>[] => [
  ...valda.filter(({ beslut }) => !beslut.omedelbar).map(({ id }) =>
    warning<SammantradeHinder>('BESLUTSPUNKT_OM_JUSTERING_SAKNAS', `${kallad(mote, id)} saknar en egen beslutspunkt om omedelbar justering. Ange grunden för att justera den omedelbart.`)),
  ...(mote.omedelbarJustering ? [] : [warning<SammantradeHinder>('OMEDELBAR_JUSTERING_EJ_MEDGIVEN', 'Nämndens reglemente medger inte omedelbar justering (KL 5 kap. 69 §).', 'KL 5 kap. 69 §')]),
];

export const evolveJustering = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ParagraferJusterade' }>): Mote => {
  const { omgang, omedelbar, datum, punkter } = event.data;
  return punkter.reduce<Mote>((fore, punkt) => andrad(fore, punkt, () => ({ omgang })), medOmgang(mote, omgang, () => ({ omedelbar, datum, punkter, anslag: [] })));
};
