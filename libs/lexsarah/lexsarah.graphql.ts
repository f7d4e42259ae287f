import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { arendet } from '@klubba/arende';
import type { Sealed } from '@klubba/kernel';
import { type EdgeContext, enumOf, IsDatum, scoped, SealedField, type When, WhenArgs } from '@klubba/kernel/edge';
import { VERKNINGAR } from './lexsarah.events';
import { LexSarahBedomning, LexSarahDel, LexSarahFraga, LexSarahLag, LexSarahLankslag, LexSarahRapportor, LexSarahRegi } from './lexsarah.inputs.graphql';
import { BLANKETTRUTOR, blankettrutan, dagarSen, KLOCKSLAG, type Klocka, klockorna, varningarna } from './lexsarah.klockor';
import { delegatbesluten, faktaAv, type LexSarah as Doc, lexSarahn } from './lexsarah.projection';
import { bedomningen, SKEDEN, skedet } from './lexsarah.skede';
import { lexSarahRutinerna, rutinPa } from './lexsarahrutin.projection';

export const LexSarahSkede = enumOf('LexSarahSkede', 'Var rapporten står.', ...SKEDEN);
const Klockslag = enumOf('LexSarahKlockslag', 'Vad som väntar.', ...KLOCKSLAG);
const Verkan = enumOf('LexSarahVerkan', 'Vad paragrafen gjorde med ärendet.', ...VERKNINGAR);
const Ruta = enumOf('LexSarahRuta', 'Rutan på rapportblanketten, som en vy av bedömningen.', ...BLANKETTRUTOR);

@ObjectType({ description: 'En anteckning i utredningen.' })
export class LexSarahAnteckning {
  @Field(() => ID) id!: string;
  @Field(() => LexSarahDel) del!: string;
  @Field() datum!: string;
  @Field({ description: 'faktisk_omstandighet eller bedomning.' }) art!: string;
  @SealedField() kalla?: Sealed;
  @SealedField() text?: Sealed;
  @SealedField() forfattare?: Sealed;
  @SealedField() titel?: Sealed;
  @Field({ description: 'En senare anteckning står i stället.' }) ersatt!: boolean;
}
@ObjectType({ description: 'En åtgärd med ansvarig och dag.' })
export class LexSarahAtgard {
  @Field(() => ID) id!: string;
  @SealedField() text?: Sealed;
  @Field(() => ID) ansvarig!: string;
  @Field() senast!: string;
  @Field(() => String, { nullable: true }) avslutad?: string;
  @Field(() => String, { nullable: true, description: 'gjord eller utgar.' }) utfall?: string;
  @SealedField() resultat?: Sealed;
}
@ObjectType({ description: 'En bedömning, den senaste sist.' })
export class LexSarahBedomningsrad {
  @Field() datum!: string;
  @Field(() => LexSarahBedomning) bedomning!: string;
  @Field() snabb!: boolean;
  @Field(() => ID) person!: string;
  @Field() befattning!: string;
  @SealedField() motivering?: Sealed;
  @SealedField({ description: 'Varför bedömningen ändrades.' }) skal?: Sealed;
}
@ObjectType({ description: 'En delegats beslut i ärendet. Nämndens eget signeras i protokollet.' })
export class LexSarahDelegatbeslut {
  @Field(() => ID, { description: 'Ärendet.' }) arende!: string;
  @Field(() => Int, { description: 'Beslutets faktum: dess nummer i ärendets ström, från 1.' }) faktum!: number;
  @Field(() => LexSarahFraga) fraga!: string;
  @Field() datum!: string;
  @Field(() => ID) person!: string;
  @Field() befattning!: string;
  @Field({ description: 'Det gäller: det är inte ändrat, återupptaget eller struket.' }) galler!: boolean;
}
@ObjectType({ description: 'Ett beslut av IVO.' })
export class LexSarahIvobeslut {
  @Field() datum!: string;
  @Field({ description: 'avslutat eller krav.' }) utfall!: string;
  @Field(() => String, { nullable: true }) svarSenast?: string;
  @Field(() => String, { nullable: true, description: 'IVO:s diarienummer.' }) diarienummer?: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'En paragraf om ärendet, eller där det redovisades.' })
export class LexSarahParagraf {
  @Field(() => ID) punkt!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field() datum!: string;
  @Field(() => Verkan) verkan!: string;
}
@ObjectType({ description: 'En länk till något annat.' })
export class LexSarahLank {
  @Field(() => LexSarahLankslag) slag!: string;
  @Field(() => ID) mal!: string;
}
@ObjectType({ description: 'Ett beslut som det stod i en handling.' })
export class LexSarahInlast {
  @Field() datum!: string;
  @Field(() => LexSarahBedomning) bedomning!: string;
  @Field({ description: 'Som det står i handlingen.' }) lagrum!: string;
  @SealedField() kalla?: Sealed;
  @Field(() => [String], { description: 'Vad som är fel i den.' }) brott!: readonly string[];
}
@ObjectType({ description: 'Något som väntar.' })
export class LexSarahKlocka {
  @Field(() => ID, { description: 'Ärendet.' }) id!: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field(() => Klockslag) slag!: string;
  @Field() sedan!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen; utan den finns ingen.' }) senast?: string;
  @Field(() => String, { nullable: true }) senastTid?: string;
  @Field(() => Int, { description: 'Dagar över sista dagen.' }) dagarSen!: number;
  @Field({ description: 'Regeln.' }) regel!: string;
  @Field({ description: 'Hur dagen räknades fram.' }) varfor!: string;
  @Field(() => ID, { nullable: true, description: 'Åtgärden.' }) mal?: string;
}
@ObjectType({ description: 'En varning i ärendet.' })
export class LexSarahVarning {
  @Field() kod!: string;
  @Field() text!: string;
  @Field(() => String, { nullable: true }) lagrum?: string;
}
@ObjectType({ description: 'Ett faktum i ärendet.' })
export class LexSarahHandelse {
  @Field() typ!: string;
  @Field({ description: 'Registreringstid, UTC.' }) at!: string;
  @Field({ description: 'Personens id, eller system:<namn>.' }) by!: string;
  @Field() roll!: string;
  @Field(() => [String], { description: 'Varningar som passerades med skäl.' }) avsteg!: readonly string[];
}
@ObjectType({ description: 'En rapport enligt lex Sarah. Alla ser nummer, dag och skede, och ett avgörande som är avidentifierat; sekretessen prövas uppgift för uppgift (OSL 26 kap. 1 §).' })
export class LexSarah {
  @Field(() => ID, { description: 'Ärendets id.' }) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field({ description: 'Dagen då rapporten togs emot.' }) mottagen!: string;
  @Field(() => LexSarahSkede) skede!: string;
  @SealedField({ description: 'Avgörandet utan uppgifter om den enskilda.' }) avgorande?: Sealed;
  @Field(() => LexSarahLag, { nullable: true }) lag?: string;
  @Field(() => LexSarahRegi, { nullable: true }) regi?: string;
  @Field(() => String, { nullable: true }) verksamhet?: string;
  @Field(() => String, { nullable: true }) orsak?: string;
  @Field(() => String, { nullable: true }) upptackt?: string;
  @Field(() => String, { nullable: true }) intraffad?: string;
  @Field(() => String, { nullable: true, description: 'När nämnden fick veta om en enskild utförares rapport.' }) informationMottagen?: string;
  @Field(() => LexSarahRapportor, { nullable: true }) rapportorsslag?: string;
  @SealedField() rapportor?: Sealed;
  @SealedField() befattning?: Sealed;
  @SealedField() skyddsombud?: Sealed;
  @SealedField() chef?: Sealed;
  @SealedField() beskrivning?: Sealed;
  @SealedField() konsekvenser?: Sealed;
  @SealedField() uppmarksammad?: Sealed;
  @SealedField() gjort?: Sealed;
  @Field(() => String, { nullable: true, description: 'Dagen då rapporten togs tillbaka.' }) atertagen?: string;
  @Field(() => ID, { nullable: true }) utredare?: string;
  @Field(() => LexSarahBedomning, { nullable: true, description: 'Bedömningen som gäller.' }) bedomning?: string;
  @Field(() => Ruta, { nullable: true }) blankettruta?: string;
  @Field(() => [LexSarahBedomningsrad]) bedomningar!: readonly LexSarahBedomningsrad[];
  @Field(() => String, { nullable: true }) beslutad?: string;
  @Field(() => ID, { nullable: true, description: 'Delegaten; utan den har nämnden beslutat.' }) delegat?: string;
  @Field(() => String, { nullable: true, description: 'Uträknat ur bedömningen, lagen och dagen.' }) lagrum?: string;
  @SealedField({ description: 'Delegatens beslut.' }) beslut?: Sealed;
  @Field(() => [LexSarahDelegatbeslut], { description: 'Delegaters beslut, äldst först.' }) delegatbeslut!: readonly LexSarahDelegatbeslut[];
  @Field(() => String, { nullable: true }) anmaldIvo?: string;
  @Field(() => String, { nullable: true }) kompletteringSenast?: string;
  @Field(() => String, { nullable: true }) kompletterad?: string;
  @Field(() => [LexSarahIvobeslut]) ivobeslut!: readonly LexSarahIvobeslut[];
  @Field(() => String, { nullable: true }) uppfoljningPlanerad?: string;
  @Field(() => String, { nullable: true }) uppfoljd?: string;
  @SealedField({ description: 'Vad uppföljningen visade.' }) resultat?: Sealed;
  @Field(() => String, { nullable: true }) avslutad?: string;
  @Field(() => [LexSarahAnteckning]) anteckningar!: readonly LexSarahAnteckning[];
  @Field(() => [LexSarahAtgard]) atgarder!: readonly LexSarahAtgard[];
  @Field(() => [LexSarahParagraf]) paragrafer!: readonly LexSarahParagraf[];
  @Field(() => [LexSarahLank]) lankar!: readonly LexSarahLank[];
  @Field(() => [LexSarahInlast]) inlasta!: readonly LexSarahInlast[];
  @Field(() => [LexSarahHandelse], { description: 'Vad som hänt, i ordning.' }) historik!: readonly LexSarahHandelse[];
  /** For the fields that are reckoned on a day. */
  doc!: Doc;
  when!: When;
}

@ArgsType()
class LexSarahArgs extends WhenArgs {
  @Field(() => ID, { description: 'Ärendets id.' }) id!: string;
}
@ArgsType()
class DagArgs {
  @Field({ description: 'Dagen att räkna på.' }) @IsDatum() pa!: string;
}

@Resolver(() => LexSarah)
export class LexSarahResolver {
  @Query(() => LexSarah, { nullable: true, description: 'Rapporten i ett ärende, med utredning, beslut, åtgärder och det nämnden fått veta.' })
  async lexSarah(@Args() { id: given, ...when }: LexSarahArgs, @Context() context: EdgeContext): Promise<LexSarah | null> {
    const id = given.toLowerCase();
    const doc = await context.reader.doc(lexSarahn, id, when);
    return doc === undefined ? null : vyn(doc, (await context.reader.doc(lexSarahn, id)) ?? doc, when, context);
  }

  @ResolveField(() => [LexSarahKlocka], { description: 'Vad som väntar.' })
  async klockor(@Parent() { doc, diarienummer, when }: LexSarah, @Args() { pa }: DagArgs, @Context() { reader }: EdgeContext): Promise<readonly LexSarahKlocka[]> {
    const rutin = rutinPa(await reader.doc(lexSarahRutinerna, doc.lage.namnd, when), doc.lage.rapport.mottagen);
    return klockorna(doc.lage, rutin).map((en) => klockan(doc, diarienummer, en, pa));
  }

  @ResolveField(() => [LexSarahVarning], { description: 'Varningar som ärendet ger en viss dag.' })
  async varningar(@Parent() { doc, when }: LexSarah, @Args() { pa }: DagArgs, @Context() { reader }: EdgeContext): Promise<readonly LexSarahVarning[]> {
    const rutin = rutinPa(await reader.doc(lexSarahRutinerna, doc.lage.namnd, when), doc.lage.rapport.mottagen);
    return varningarna(doc, rutin, pa).map((en) => scoped({ namnd: doc.lage.namnd, klass: 'oppen' }, en));
  }
}

export const klockan = ({ id, lage: { namnd } }: Doc, diarienummer: string | undefined, klocka: Klocka, dag: string): LexSarahKlocka =>
  scoped({ namnd, klass: 'oppen' }, { id, ...(diarienummer !== undefined && { diarienummer }), ...klocka, dagarSen: dagarSen(klocka, dag) });

/** The case for this viewer. What the public sees is in each field's own class; a ruling that is withdrawn today is not shown to it as of earlier either. */
export const vyn = async (doc: Doc, now: Doc, when: When, { reader, viewer }: EdgeContext): Promise<LexSarah> => {
  const { id, lage } = doc;
  const { namnd, rapport, beslutad, anmald, uppfoljning } = lage;
  const nod = <T extends object>(node: T): T => scoped({ namnd, klass: 'oppen' }, node);
  const [mottagen] = faktaAv(doc, 'LexSarahMottagen');
  const { rapportor, befattning, skyddsombud, chef, beskrivning, konsekvenser, uppmarksammad, gjort, rapportorsslag, intraffad } = mottagen!.data;
  const avgorande = lage.avidentifierat && (now.lage.avidentifierat || viewer.may(namnd, 'arbetsmaterial')) ? faktaAv(doc, 'LexSarahAvgorandeAvidentifierat').at(-1)?.data.text : undefined;
  const gjorda = faktaAv(doc, 'LexSarahAtgardGjord');
  const ersatta = faktaAv(doc, 'LexSarahAntecknad').map(({ data }) => data.ersatter);
  return nod(utanTomma({
    id, namnd, diarienummer: (await reader.doc(arendet, id, when))?.diarienummer, mottagen: rapport.mottagen, skede: skedet(lage), avgorande,
    lag: rapport.lag, regi: rapport.regi, verksamhet: rapport.verksamhet, orsak: rapport.orsak, upptackt: rapport.upptackt, intraffad, informationMottagen: rapport.informationMottagen, rapportorsslag,
    rapportor, befattning, skyddsombud, chef, beskrivning, konsekvenser, uppmarksammad, gjort,
    atertagen: lage.atertagen, utredare: lage.utredare?.person, bedomning: bedomningen(lage), blankettruta: blankettrutan(lage),
    bedomningar: faktaAv(doc, 'LexSarahBedomd').map(({ data: { datum, bedomning, snabb, av, motivering, skal } }) => nod(utanTomma({ datum, bedomning, snabb, person: av.person, befattning: av.befattning, motivering, skal }))),
    beslutad: beslutad?.datum, delegat: beslutad?.av?.person, lagrum: beslutad?.lagrum, beslut: beslutad?.av === undefined ? undefined : faktaAv(doc, 'LexSarahBeslutad').at(-1)?.data.text,
    delegatbeslut: delegatbesluten(doc).map(({ faktum, fraga, skede, av, data: { datum } }) => scoped({ namnd, klass: 'oppen', when }, { arende: id, faktum, fraga, datum, person: av.person, befattning: av.befattning, galler: skede === 'galler' })),
    anmaldIvo: anmald?.datum, kompletteringSenast: anmald?.senast, kompletterad: lage.kompletterad,
    ivobeslut: faktaAv(doc, 'LexSarahProvadAvIvo').map(({ data }) => nod(data)),
    uppfoljningPlanerad: uppfoljning?.planerad, uppfoljd: uppfoljning?.gjord, resultat: uppfoljning?.gjord === undefined ? undefined : faktaAv(doc, 'LexSarahUppfoljd').at(-1)?.data.resultat, avslutad: lage.avslutad,
    anteckningar: faktaAv(doc, 'LexSarahAntecknad').map(({ data: { anteckning, ersatter: _, ...data } }) => nod({ id: anteckning, ...data, ersatt: ersatta.includes(anteckning) })),
    atgarder: faktaAv(doc, 'LexSarahAtgardPlanerad').map(({ data: { atgard, ...data } }) => {
      const gjord = gjorda.find((en) => en.data.atgard === atgard)?.data;
      return nod({ id: atgard, ...data, ...(gjord !== undefined && { avslutad: gjord.datum, utfall: gjord.utfall, resultat: gjord.text }) });
    }),
    paragrafer: lage.paragrafer.map(({ punkt, ar, nr, datum, verkan }) => nod({ punkt, ar, nummer: nr, datum, verkan })),
    lankar: lage.lankar.map((en) => nod(en)),
    inlasta: faktaAv(doc, 'LexSarahHandlingInlast').map(({ data: { brott = [], ...data } }) => nod({ ...data, brott: brott.map(({ kod }) => kod) })),
    historik: doc.fakta.map(({ type, at, by, roll, data }) => nod({ typ: type, at, by, roll, avsteg: ('avsteg' in data ? data.avsteg ?? [] : []).map(({ kod }) => kod) })),
    doc, when,
  })) as LexSarah;
};
const utanTomma = <T extends object>(node: T): T => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined)) as T;
