import { blank, type Hinder, warning } from '@klubba/kernel';
import { type Lagrumshanvisning, lagrumsnyckel, lasLagrummen, type Overklagandeslag, prisbasbelopp, skrivLagrummet } from '@klubba/lagrum';
import { befattningskod, sammaDelegat } from './befattning';
import { arKompletterande, DELEGAT_SAGD, type Delegatslag, type Granshinder, overklagasSa, provaGranser, type Utfall } from './delegationsgranser';
import type { DelegationsbeslutEvent } from './delegationsbeslut.events';
import { type Delegationsordning, type Delegationspunkt, type Mandat, ordningPa, type Ordningsdelegat, type Ordningsversion, type Vidaredelegation } from './delegationsordning.projection';
import { klockorVidBeslut } from './klockor';

export type Beslutsgrund = Extract<DelegationsbeslutEvent, { type: 'DelegationsbeslutRegistrerat' }>['data']['grund'];
/** Of the point only what rules ask for: no sealed text is needed to weigh it. */
export type Punktunderlag = Pick<Delegationspunkt, 'nummer' | 'lagrum' | 'slag' | 'granser' | 'vidaredelegation' | 'anmals' | 'overklagandeslag' | 'till'> & { readonly delegater: readonly Vem[]; readonly ersattare: readonly Vem[] };
type Vem = Omit<Ordningsdelegat, 'titel'>;
/** The order that stood on the day of the decision, as far as this decision needs it; put there by prepare. */
export type Ordningsunderlag = {
  readonly version: number;
  readonly punkt?: Punktunderlag;
  readonly vidare: readonly (Omit<Vidaredelegation, 'delegat'> & { readonly delegat: Vem })[];
  readonly bradskande: readonly Mandat[];
  readonly kompletterande: readonly Mandat[];
};
export type Behorighetssak = {
  readonly datum: string;
  readonly grund?: 'delegation' | 'bradskande' | 'kompletterande';
  readonly nummer?: string;
  readonly lagrum?: string;
  readonly delegat: { readonly slag: Delegatslag; readonly titel?: string; readonly organ?: string; readonly person?: string };
  readonly utfall?: Utfall;
  readonly belopp?: number;
  readonly overklagandeslag?: Overklagandeslag;
};
export type Behorighetshinder =
  | Granshinder | 'DELEGATIONSORDNING_SAKNAS' | 'PUNKT_SAKNAS' | 'PUNKTEN_FINNS_INTE' | 'PUNKTEN_HAR_UPPHORT' | 'EJ_BEHORIG' | 'UTSKOTTET_BEREDER' | 'GRANSEN_OVERSKRIDEN' | 'GRANSEN_KAN_INTE_PROVAS' | 'LAGRUM_SAKNAS' | 'LAGRUMMET_UTANFOR_PUNKTEN'
  | 'MANDAT_SAKNAS' | 'EJ_KOMPLETTERANDE' | 'EJ_FORORDNAD' | 'EJ_ORDFORANDE' | 'OVERKLAGANDESLAG_SAKNAS' | 'LAGRUMMET_EJ_LAST';
type Funnet = Hinder<Behorighetshinder>;
/** On what it rests, how it is appealed and whether it is reported; and what the rules have against it. */
export type Behorighet = { readonly funna: readonly Funnet[]; readonly grund: Beslutsgrund; readonly lagrum: readonly Lagrumshanvisning[]; readonly overklagandeslag: Overklagandeslag; readonly anmals: boolean };

const stopp = (kod: Behorighetshinder, text: string, lagrum?: string): Funnet => ({ kod, allvar: 'STOPP', text, ...(lagrum !== undefined && { lagrum }) });
const stor = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;
const vem = ({ titel, slag }: Behorighetssak['delegat']): string => stor(titel ?? DELEGAT_SAGD[slag]);

/** What of the order a decision of this day on this point is weighed by, without its texts. */
export const ordningsunderlag = (ordning: Delegationsordning | undefined, datum: string, nummer: string | undefined): Ordningsunderlag | undefined => {
  const version = ordningPa(ordning, datum);
  return version && underlagetAv(version, nummer);
};
const underlagetAv = ({ version, bradskande, kompletterande, vidare, punkter }: Ordningsversion, nummer: string | undefined): Ordningsunderlag => {
  const punkt = punkter.find((en) => en.nummer === nummer);
  return {
    version, bradskande, kompletterande, vidare: vidare.filter((en) => en.nummer === nummer).map((en) => ({ ...en, delegat: utanTitel(en.delegat) })),
    ...(punkt !== undefined && {
      punkt: {
        nummer: punkt.nummer, lagrum: punkt.lagrum, slag: punkt.slag, granser: punkt.granser, vidaredelegation: punkt.vidaredelegation, anmals: punkt.anmals, delegater: punkt.delegater.map(utanTitel), ersattare: punkt.ersattare.map(utanTitel),
        ...(punkt.overklagandeslag !== undefined && { overklagandeslag: punkt.overklagandeslag }), ...(punkt.till !== undefined && { till: punkt.till }),
      },
    }),
  };
};
const utanTitel = ({ titel: _, ...delegat }: Ordningsdelegat): Omit<Ordningsdelegat, 'titel'> => delegat;

/** Whether this delegat could decide this on this day (D7, E1–E4), by the order that then stood and straight from the law. */
export const provaBehorighet = (sak: Behorighetssak, ordning: Ordningsunderlag | undefined, ordforande: readonly string[] = []): Behorighet => {
  const given = lasLagrummen(sak.lagrum ?? '');
  const punkt = (sak.grund ?? 'delegation') === 'delegation' ? ordning?.punkt : undefined;
  const punktens = lasLagrummen((punkt?.lagrum ?? []).join('; ')).lasta;
  const lagrum = given.lasta.length > 0 ? given.lasta : punktens.length === 1 ? punktens : [];
  const ratt = grunden(sak, ordning, lagrum);
  const overklagandeslag = sak.overklagandeslag ?? punkt?.overklagandeslag ?? slaget(lagrum, sak.datum);
  const funna: readonly (Funnet | false)[] = [
    ...ratt.funna,
    given.olasta.length > 0 && warning<Behorighetshinder>('LAGRUMMET_EJ_LAST', `”${given.olasta[0]!.slice(0, 60)}” kan inte läsas som ett lagrum. Det står kvar som det skrevs och räknas inte.`),
    given.lasta.length === 0 && punktens.length > 1 && klockorVidBeslut(punktens, sak.datum, sak.utfall).length > 0 && stopp('LAGRUM_SAKNAS', `Punkt ${punkt!.nummer} gäller flera lagrum, och något av dem startar en lagstadgad tid. Ange vilket beslutet vilar på.`),
    overklagandeslag === undefined && stopp('OVERKLAGANDESLAG_SAKNAS', `Ange hur beslutet enligt ${skrivLagrummet(lagrum[0]!)} överklagas.`),
    sak.delegat.slag === 'ordforande' && sak.delegat.person !== undefined && ordforande.length > 0 && !ordforande.includes(sak.delegat.person) && warning<Behorighetshinder>('EJ_ORDFORANDE', `{person:${sak.delegat.person}} var inte ordförande ${sak.datum}.`),
  ];
  // Time that is not known to run is never said to have run out: of what is not told, each party's own.
  return { funna: funna.filter((en): en is Funnet => en !== false), grund: ratt.grund, lagrum, overklagandeslag: overklagandeslag ?? 'FORVALTNINGSBESVAR', anmals: ratt.anmals };
};

const slaget = (lagrum: readonly Lagrumshanvisning[], datum: string): Overklagandeslag | undefined => {
  const [forsta, ...resten] = lagrum.map((en) => overklagasSa(en, datum));
  if (lagrum.length === 0) return 'LAGLIGHETSPROVNING';
  return resten.every((en) => en === forsta) ? forsta : undefined;
};

type Ratt = { readonly funna: readonly Funnet[]; readonly grund: Beslutsgrund; readonly anmals: boolean };
const grunden = (sak: Behorighetssak, ordning: Ordningsunderlag | undefined, lagrum: readonly Lagrumshanvisning[]): Ratt => {
  switch (sak.grund ?? 'delegation') {
    case 'bradskande': return { grund: 'kl_6_39', anmals: true, funna: bradskande(sak, ordning) };
    case 'kompletterande': return { grund: 'kompletterande_beslutanderatt', anmals: true, funna: kompletterande(sak, ordning, lagrum) };
    case 'delegation': return delegationen(sak, ordning, lagrum);
  }
};

const harMandat = (mandat: readonly Mandat[], { slag, person }: Behorighetssak['delegat']): boolean => mandat.some((en) => en.slag === slag && (en.person === undefined || en.person === person));
/** D7: only whom the nämnd has chosen for it beforehand. What the matter is does not limit it. */
const bradskande = (sak: Behorighetssak, ordning: Ordningsunderlag | undefined): readonly Funnet[] => {
  if (harMandat(ordning?.bradskande ?? [], sak.delegat)) return [];
  const lagrum = sak.datum < '2018-01-01' ? 'KL (1991:900) 6 kap. 36 §' : 'KL 6 kap. 39 §';
  return [stopp('MANDAT_SAKNAS', `${sak.delegat.slag === 'ordforande' ? 'Ordföranden' : vem(sak.delegat)} saknar uppdrag enligt ${lagrum}.`, lagrum)];
};
/** E3: the statute gives it to ordföranden, and to a ledamot whom the nämnd has appointed. */
const kompletterande = (sak: Behorighetssak, ordning: Ordningsunderlag | undefined, lagrum: readonly Lagrumshanvisning[]): readonly Funnet[] => {
  const skrivet = lagrum.map(skrivLagrummet).join(', ') || 'lagrummet';
  if (!arKompletterande(lagrum)) return [stopp('EJ_KOMPLETTERANDE', `Kompletterande beslutanderätt finns bara enligt LVU 6, 6 a, 11 och 27 §§, LVM 13 § och lag (2024:79) 4 kap. 1 § och 5 kap. 1 §, inte enligt ${skrivet}.`)];
  if (sak.delegat.slag === 'ordforande') return [];
  if (sak.delegat.slag === 'ledamot' && sak.delegat.person !== undefined && harMandat(ordning?.kompletterande ?? [], sak.delegat)) return [];
  return [stopp('EJ_FORORDNAD', `${vem(sak.delegat)} är inte förordnad av nämnden att besluta enligt ${skrivet}. Det är ordföranden, eller en ledamot som nämnden har förordnat.`, skrivet)];
};

const delegationen = (sak: Behorighetssak, ordning: Ordningsunderlag | undefined, lagrum: readonly Lagrumshanvisning[]): Ratt => {
  const { datum, delegat, nummer } = sak;
  const plain: Beslutsgrund = delegat.slag === 'tjansteman' || delegat.slag === 'forvaltningschef' ? 'kl_7_5' : 'kl_6_37';
  const nej = (...funna: readonly Funnet[]): Ratt => ({ grund: plain, anmals: true, funna: [...iLagen(sak, lagrum), ...funna] });
  const skrivet = lagrum.map(skrivLagrummet).join(', ') || (nummer === undefined ? 'ärendet' : `punkt ${nummer}`);
  if (ordning === undefined) return nej(stopp('DELEGATIONSORDNING_SAKNAS', `Ingen delegationsordning gällde ${datum}.`, 'KL 6 kap. 37 §'));
  if (blank(nummer)) return nej(stopp('PUNKT_SAKNAS', 'Ange den punkt i delegationsordningen som beslutet vilar på.'));
  const { punkt } = ordning;
  if (punkt === undefined) return nej(delegat.slag === 'utskott' ? stopp('UTSKOTTET_BEREDER', `Utskottet får bara bereda: delegation saknas för ${skrivet}.`, 'KL 6 kap. 41 §') : stopp('PUNKTEN_FINNS_INTE', `Delegationsordningen som gällde ${datum} (version ${ordning.version}) har ingen punkt ${nummer}.`));
  if (punkt.till !== undefined && punkt.till < datum) return nej(stopp('PUNKTEN_HAR_UPPHORT', `Punkt ${nummer} upphörde ${punkt.till} och gällde inte ${datum}.`));
  const den = { ...delegat, ...(delegat.titel !== undefined && { befattning: befattningskod(delegat.titel) }) };
  const egen = [...punkt.delegater, ...punkt.ersattare].some((en) => sammaDelegat(en, den));
  const vidare = !egen && ordning.vidare.some((en) => en.nummer === nummer && sammaDelegat(en.delegat, den) && en.fran <= datum && (en.till === undefined || datum <= en.till));
  const obehorig = egen || vidare ? [] : [delegat.slag === 'utskott' ? stopp('UTSKOTTET_BEREDER', `Utskottet får bara bereda: delegation saknas för ${skrivet}.`, 'KL 6 kap. 41 §') : stopp('EJ_BEHORIG', `${vem(delegat)} hade inte delegation på punkt ${nummer} den ${datum}.`, plain === 'kl_7_5' ? 'KL 7 kap. 5 §' : 'KL 6 kap. 37 §')];
  const utanfor = lasLagrummen(sak.lagrum ?? '').lasta.find((en) => punkt.lagrum.length > 0 && !lasLagrummen(punkt.lagrum.join('; ')).lasta.some((annan) => lagrumsnyckel(annan) === lagrumsnyckel(en)));
  return {
    grund: vidare ? 'kl_7_6' : plain, anmals: punkt.anmals,
    funna: [
      ...iLagen({ ...sak, slag: punkt.slag }, lagrum), ...obehorig, ...granserna(sak, punkt),
      ...(utanfor === undefined ? [] : [warning<Behorighetshinder>('LAGRUMMET_UTANFOR_PUNKTEN', `${skrivLagrummet(utanfor)} står inte på punkt ${nummer}.`)]),
    ],
  };
};
const iLagen = (sak: Behorighetssak & { readonly slag?: Punktunderlag['slag'] }, lagrum: readonly Lagrumshanvisning[]): readonly Funnet[] => provaGranser({
  lagrum, slag: sak.slag ?? 'ovrigt', delegat: sak.delegat, datum: sak.datum, ...(sak.utfall !== undefined && { utfall: sak.utfall }), ...(sak.overklagandeslag !== undefined && { overklagandeslag: sak.overklagandeslag }),
});

/** Within the limits of the point. What is reckoned by prisbasbelopp only warns: the amounts are not checked against the ordinances. */
const granserna = ({ belopp, datum }: Behorighetssak, { granser, nummer }: Punktunderlag): readonly Funnet[] => granser.flatMap(({ slag, hogst }): readonly Funnet[] => {
  if (slag !== 'kronor' && slag !== 'procent_av_prisbasbelopp') return [];
  if (belopp === undefined) return [warning<Behorighetshinder>('GRANSEN_KAN_INTE_PROVAS', `Punkt ${nummer} har en beloppsgräns. Ange beloppet, eller varför det saknas.`)];
  if (slag === 'kronor') return belopp > hogst ? [stopp('GRANSEN_OVERSKRIDEN', `Beloppet ${belopp} kronor går över gränsen på punkt ${nummer}: ${hogst} kronor.`, 'KL 6 kap. 37 §')] : [];
  const arets = prisbasbelopp(datum);
  if (arets === undefined) return [warning<Behorighetshinder>('GRANSEN_KAN_INTE_PROVAS', `Punkt ${nummer} har en gräns på ${hogst} procent av prisbasbeloppet, som inte är känt för ${datum.slice(0, 4)}.`)];
  const tak = Math.floor((arets.kronor * hogst) / 100);
  return belopp > tak ? [warning<Behorighetshinder>('GRANSEN_OVERSKRIDEN', `Beloppet ${belopp} kronor går över gränsen på punkt ${nummer}: ${hogst} procent av prisbasbeloppet ${arets.kronor}, alltså ${tak} kronor.`, 'KL 6 kap. 37 §')] : [];
});
