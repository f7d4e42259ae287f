import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Sealed } from '@klubba/kernel';
import { type Scope, scoped, SealedField } from '@klubba/kernel/edge';
import { Anteckningsslag, Beslutsgangstyp, Omrostningsamne, Omrostningsslag, Omrostningsutfall, Rost, Yrkandeslag } from './sammantrade.behandling.inputs.graphql';
import { Andringsgrund } from './sammantrade.beslut.inputs.graphql';
import { beslutsgangstext, javsrad, type Partier } from './sammantrade.beslutsgang.projection';
import { inlast, Inlast, ProtokollPerson } from './sammantrade.gemensamt.graphql';
import { Narvarouppdrag } from './sammantrade.gemensamt.inputs.graphql';
import { Javsgrund } from './sammantrade.narvaro.inputs.graphql';
import { OBEHANDLAD } from './sammantrade.behandling.projection';
import type { Behandling, Omrostning, Punkt, Sammantrade as Doc, Steg } from './sammantrade.projection';

@ObjectType({ description: 'Ett yrkande.' })
export class ProtokollYrkande {
  @Field(() => ID) id!: string;
  @Field(() => Yrkandeslag) slag!: string;
  @Field(() => [ProtokollPerson]) av!: readonly ProtokollPerson[];
  @Field(() => [ProtokollPerson], { description: 'De som instämmer.' }) instammer!: readonly ProtokollPerson[];
  @SealedField({ description: 'Vad som yrkas.' }) text!: Sealed;
  @SealedField({ description: 'Motiveringen.' }) motivering?: Sealed;
  @Field({ description: 'Det lämnades skriftligt.' }) skriftligt!: boolean;
  @Field({ description: 'Det är återkallat.' }) aterkallat!: boolean;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'Ett steg: förslag som ställs mot varandra, eller hur det är skrivet i en källa.' })
export class ProtokollSteg {
  @Field(() => [ID], { description: 'Yrkandenas id, och punktens för liggande förslag.' }) mellan!: readonly string[];
  @Field(() => ID, { nullable: true, description: 'Det som ordföranden fann bifallet.' }) bifallet?: string;
  @SealedField({ description: 'Som det är skrivet.' }) text?: Sealed;
}
@ObjectType({ description: 'Hur beslutet kom till.' })
export class ProtokollBeslutsgang {
  @Field(() => Beslutsgangstyp) typ!: string;
  @Field(() => [ProtokollSteg]) steg!: readonly ProtokollSteg[];
  @Field(() => String, { nullable: true, description: 'I ord, gjord av det som är antecknat.' }) text?: string;
}
@ObjectType({ description: 'En röst i öppen omröstning.' })
export class ProtokollRost {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => String, { nullable: true, description: 'Partiets bokstäver.' }) parti?: string;
  @Field(() => Rost) rost!: string;
}
@ObjectType({ description: 'Ett partis röster.' })
export class ProtokollPartiroster {
  @Field({ description: 'Partiets bokstäver.' }) parti!: string;
  @Field(() => Int) ja!: number;
  @Field(() => Int) nej!: number;
  @Field(() => Int) avstar!: number;
}
@ObjectType({ description: 'En omröstning.' })
export class ProtokollOmrostning {
  @Field(() => ID) id!: string;
  @Field(() => Omrostningsslag) slag!: string;
  @Field(() => Omrostningsamne) amne!: string;
  @Field() tid!: string;
  @Field(() => ID, { nullable: true, description: 'Ja: ett yrkandes id, eller punktens för liggande förslag.' }) huvudforslag?: string;
  @Field(() => ID, { nullable: true, description: 'Nej: ett yrkandes id, eller punktens för liggande förslag.' }) motforslag?: string;
  @SealedField({ description: 'Huvudförslaget, som källan kallar det.' }) huvudforslagText?: Sealed;
  @SealedField({ description: 'Motförslaget, som källan kallar det.' }) motforslagText?: Sealed;
  @SealedField({ description: 'Hur motförslaget utsågs.' }) utsettGenom?: Sealed;
  @SealedField({ description: 'Vad ja betyder.' }) jaBetyder?: Sealed;
  @SealedField({ description: 'Vad nej betyder.' }) nejBetyder?: Sealed;
  @Field() sluten!: boolean;
  @Field(() => [ProtokollRost], { description: 'Rösterna i ropordning, ordföranden sist; inga i sluten omröstning eller när källan inte säger dem.' }) roster!: readonly ProtokollRost[];
  @Field(() => [ProtokollPartiroster], { description: 'Rösterna parti för parti.' }) perParti!: readonly ProtokollPartiroster[];
  @Field(() => Int) ja!: number;
  @Field(() => Int) nej!: number;
  @Field(() => Int) avstar!: number;
  @Field(() => Omrostningsutfall) utfall!: string;
  @Field({ description: 'Ordföranden avgjorde, vid lika röstetal.' }) utslagsrost!: boolean;
  @Field({ description: 'Lotten avgjorde, vid lika röstetal.' }) lottning!: boolean;
  @SealedField({ description: 'Var ordförandens rad står i källans tabell.' }) tabellOrdforanden?: Sealed;
  @Field(() => Boolean, { nullable: true, description: 'Källans tabell går över en sidbrytning.' }) tabellDelad?: boolean;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'En reservation.' })
export class ProtokollReservation {
  @Field(() => ID) id!: string;
  @Field(() => [ProtokollPerson]) av!: readonly ProtokollPerson[];
  @Field(() => String, { nullable: true, description: 'När den anmäldes.' }) tid?: string;
  @SealedField({ description: 'Till förmån för vilket förslag.' }) tillFormanFor?: Sealed;
  @SealedField({ description: 'Motiveringen.' }) motivering?: Sealed;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'En protokollsanteckning eller ett särskilt yttrande.' })
export class ProtokollAnteckning {
  @Field(() => ID) id!: string;
  @Field(() => Anteckningsslag) slag!: string;
  @Field(() => [ProtokollPerson]) av!: readonly ProtokollPerson[];
  @SealedField({ description: 'Texten.' }) text!: Sealed;
  @Field(() => Boolean, { nullable: true, description: 'Nämnden medgav den.' }) medgiven?: boolean;
}
@ObjectType({ description: 'En som inte deltog i beslutet.' })
export class ProtokollDeltarInte {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => String, { nullable: true, description: 'Partiets bokstäver.' }) parti?: string;
  @SealedField({ description: 'Som det är skrivet.' }) text?: Sealed;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'En som var jävig: varken med eller i rummet.' })
export class ProtokollJav {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => String, { nullable: true, description: 'Partiets bokstäver.' }) parti?: string;
  @Field(() => Narvarouppdrag, { nullable: true }) uppdrag?: string;
  @Field(() => Javsgrund, { nullable: true, description: 'Grunden, i den lydelse som gällde.' }) grund?: string;
  @SealedField({ description: 'Vad som sades om den.' }) text?: Sealed;
  @Field(() => ProtokollPerson, { nullable: true, description: 'Den som tjänstgör i stället.' }) ersattsAv?: ProtokollPerson;
  @Field(() => ProtokollPerson, { nullable: true, description: 'Den som leder ärendet i stället, när någon har valts till det.' }) ledsAv?: ProtokollPerson;
  @Field({ description: 'Raden i protokollet.' }) rad!: string;
}

@ObjectType({ description: 'En annan paragraf som denna hör ihop med.' })
export class ProtokollHanvisning {
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field(() => String, { nullable: true }) bokstav?: string;
  @Field({ description: 'Sammanträdesdagen.' }) datum!: string;
  @Field({ description: 'I ord: SN 2024-03-20 § 45.' }) text!: string;
}
@ObjectType({ description: 'Att beslutet ändrar ett tidigare: det gamla står kvar.' })
export class ProtokollAndring {
  @Field(() => ProtokollHanvisning, { description: 'Det ändrade beslutet.' }) beslut!: ProtokollHanvisning;
  @Field(() => Andringsgrund) grund!: string;
  @SealedField({ description: 'Varför.' }) skal!: Sealed;
}

type Vem = {
  readonly namn: (id: string) => ProtokollPerson;
  /** The names put into a text made of facts. */
  readonly medNamn: (text: string) => string;
  /** The letters of an organ. */
  readonly organ?: (namnd: string) => string;
};
const steget = (scope: Scope) => ({ mellan = [], bifallet, text }: Steg): ProtokollSteg => scoped(scope, { mellan, ...(bifallet !== undefined && { bifallet }), ...(text !== undefined && { text }) });

/** What is wanted of an item. */
export const yrkandena = ({ yrkanden }: Pick<Behandling, 'yrkanden'>, scope: Scope, namn: Vem['namn']): readonly ProtokollYrkande[] =>
  yrkanden.map(({ yrkande: id, av, instammer = [], skriftligt = false, aterkallat, inlast: ett, ...en }) =>
    scoped(scope, { id, ...en, av: av.map(namn), instammer: instammer.map(namn), skriftligt, aterkallat: aterkallat !== undefined, ...inlast(scope, ett) }));

/** All that was noted of how an item was treated, for one who may see it. */
export const behandlingen = (doc: Doc, punkt: Punkt, scope: Scope, { namn, medNamn, organ }: Vem) => {
  const { behandling = OBEHANDLAD } = punkt;
  const narvaro = new Map(doc.narvaro.map((en) => [en.person, en]));
  const partiet: Partier = (person) => narvaro.get(person)?.parti;
  const parti = (person: string) => (partiet(person) === undefined ? {} : { parti: partiet(person)! });
  const text = beslutsgangstext(punkt, partiet, organ);
  const { beslutsgang } = behandling;
  return {
    yrkanden: yrkandena(behandling, scope, namn),
    propositionsordning: (behandling.propositionsordning ?? []).map(steget(scope)),
    ...(beslutsgang !== undefined && { beslutsgang: scoped(scope, { typ: beslutsgang.typ, steg: beslutsgang.steg.map(steget(scope)), ...(text !== undefined && { text: medNamn(text) }) }) }),
    omrostningBegardAv: (behandling.begardAv ?? []).map(namn),
    omrostningar: behandling.omrostningar.map((en) => omrostningen(en, scope, namn, partiet)),
    deltarInte: behandling.deltarInte.map(({ person, text: skrivet, inlast: ett }) => scoped(scope, { ...namn(person), ...parti(person), ...(skrivet !== undefined && { text: skrivet }), ...inlast(scope, ett) })),
    reservationer: behandling.reservationer.map(({ reservation: id, av, inlast: ett, skriftlig: _, ...en }) => scoped(scope, { id, ...en, av: av.map(namn), ...inlast(scope, ett) })),
    anteckningar: behandling.anteckningar.map(({ anteckning: id, av, ...en }) => scoped(scope, { id, ...en, av: av.map(namn) })),
    jav: doc.franvaro.filter((en) => en.punkt === punkt.id && en.skal === 'jav').map(({ person, grund, text: skrivet, ersattsAv, ledsAv }) => scoped(scope, {
      ...namn(person), ...parti(person), ...(narvaro.has(person) && { uppdrag: narvaro.get(person)!.uppdrag }), ...(grund !== undefined && { grund }), ...(skrivet !== undefined && { text: skrivet }),
      ...(ersattsAv !== undefined && { ersattsAv: namn(ersattsAv) }), ...(ledsAv !== undefined && { ledsAv: namn(ledsAv) }), rad: medNamn(javsrad(person, ersattsAv)),
    })),
  };
};
/** Of what one who may not see the item sees. */
export const INGEN_BEHANDLING = { yrkanden: [], propositionsordning: [], omrostningBegardAv: [], omrostningar: [], deltarInte: [], reservationer: [], anteckningar: [], jav: [] } as const;

const omrostningen = ({ omrostning: id, roster = [], perParti, avgjordesGenom, inlast: ett, ...en }: Omrostning, scope: Scope, namn: Vem['namn'], partiet: Partier): ProtokollOmrostning =>
  scoped(scope, {
    id, ...en, roster: roster.map(({ person, rost }) => scoped(scope, { ...namn(person), ...(partiet(person) !== undefined && { parti: partiet(person)! }), rost })),
    perParti: (perParti ?? summerade(roster, partiet)).map((ettParti) => scoped(scope, ettParti)), utslagsrost: avgjordesGenom === 'utslagsrost', lottning: avgjordesGenom === 'lottning', ...inlast(scope, ett),
  });
const summerade = (roster: NonNullable<Omrostning['roster']>, partiet: Partier): NonNullable<Omrostning['perParti']> => {
  const partier = [...new Set(roster.map(({ person }) => partiet(person) ?? ''))];
  const antal = (parti: string, vad: string): number => roster.filter(({ person, rost }) => (partiet(person) ?? '') === parti && rost === vad).length;
  return partier.map((parti) => ({ parti, ja: antal(parti, 'ja'), nej: antal(parti, 'nej'), avstar: antal(parti, 'avstar') }));
};
