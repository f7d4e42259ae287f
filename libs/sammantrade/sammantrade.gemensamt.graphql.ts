import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Sealed, type Sekretessklass } from '@klubba/kernel';
import { type EdgeContext, enumOf, type Scope, scoped, SealedField, type When } from '@klubba/kernel/edge';
import { OFFENTLIGA_BESLUT } from '@klubba/lagrum';
import { personen } from '@klubba/namnd';
import { brottstext } from './sammantrade.brott.projection';
import { type Beslutspunkt, type Inlast as Inlasning, type Punkt, type Sammantrade as Doc, offentligtIdag, sammantradet } from './sammantrade.projection';

@ObjectType({ description: 'En förtroendevald i protokollet.' })
export class ProtokollPerson {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
}
export const Offentligtbeslutsslag = enumOf('Offentligtbeslutsslag', 'Beslut som sekretessen enligt OSL 26 kap. 1 § inte omfattar (OSL 26 kap. 7 §).', ...OFFENTLIGA_BESLUT);
@ObjectType({ description: 'Ett beslut som alla kan läsa fast ärendet är sekretess, utan namn.' })
export class OffentligtBeslut {
  @Field(() => Offentligtbeslutsslag) slag!: string;
  @Field({ description: 'Bestämmelsen som gör beslutet offentligt.' }) lagrum!: string;
  @Field({ description: 'Dagen för prövningen.' }) datum!: string;
  @SealedField({ description: 'Beslutet.' }) text?: Sealed;
}
@ObjectType({ description: 'En regel som bröts vid ett sammanträde före nämndens start i Klubba.' })
export class Brott {
  @Field({ description: 'Regelns kod.' }) kod!: string;
  @Field({ description: 'Vad som bröts.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'Lagrummet som det då var.' }) lagrum?: string;
}
@ObjectType({ description: 'Inläst från tiden före nämndens start i Klubba: varifrån, och vilka regler det bröt mot.' })
export class Inlast {
  @SealedField({ description: 'Källan.' }) kalla?: Sealed;
  @Field(() => [Brott]) brott!: readonly Brott[];
}

/** The mark of what was read in, for the node that it is put on. */
export const inlast = (scope: Scope, ett: Inlasning | undefined): { readonly inlast?: Inlast } =>
  ett === undefined ? {} : { inlast: scoped(scope, { kalla: ett.kalla, brott: ett.brott.map(({ kod, lagrum }) => ({ kod, text: brottstext(kod), ...(lagrum !== undefined && { lagrum }) })) }) };

/** A point of a decision or of a proposal, as both are shown. */
export const beslutspunkten = ({ text, verb, subjekt, underpunkter }: Beslutspunkt) => ({
  text, ...(verb !== undefined && { verb }), ...(subjekt !== undefined && { subjekt }), ...(underpunkter !== undefined && { underpunkter }),
});

/** An item's class by the strictest of what it was and what it is: an old agenda shows no more than today's does. */
export const klassIdag = async (doc: Doc, when: When, { reader }: EdgeContext): Promise<(punkt: Punkt) => Sekretessklass> => {
  // Asked for now, what it was is what it is; only what was sent may be an older agenda.
  if ((when.vid === undefined || when.vid === null) && doc.utsand === undefined) return ({ klass }) => klass;
  const nu = when.vid === undefined || when.vid === null ? doc : ((await reader.doc(sammantradet, doc.id)) ?? doc);
  const hemliga = new Set([doc, nu].flatMap(({ punkter }) => punkter.filter(({ klass }) => klass === 'sekretess').map(({ id }) => id)));
  return ({ id, klass }) => (klass === 'sekretess' || hemliga.has(id) ? 'sekretess' : 'oppen');
};

/** The decisions that all may read of secret §§: as they were then, while today's are the same. */
export const offentligaIdag = async (doc: Doc, when: When, { reader }: EdgeContext): Promise<(punkt: Punkt) => { readonly offentligtBeslut?: OffentligtBeslut }> => {
  const nu = when.vid === undefined || when.vid === null ? doc : ((await reader.doc(sammantradet, doc.id)) ?? doc);
  return ({ id, offentligt }) => {
    const kvar = offentligtIdag(offentligt, nu.punkter.find((en) => en.id === id)?.offentligt);
    return kvar === undefined ? {} : { offentligtBeslut: scoped({ namnd: doc.namnd, klass: 'oppen' }, kvar) };
  };
};

export const medKlass = (punkt: Punkt, klass: Sekretessklass): Punkt => (punkt.klass === klass ? punkt : { ...punkt, klass });

/** Names of those who serve the public are open. */
export const personer = async (ids: readonly string[], doc: Doc, when: When, { reader }: EdgeContext): Promise<(id: string) => ProtokollPerson> => {
  const namn = new Map<string, Sealed>();
  for (const id of new Set(ids)) {
    const person = await reader.doc(personen, id, when);
    if (person !== undefined) namn.set(id, person.namn);
  }
  return (person) => scoped({ namnd: doc.namnd, klass: 'oppen' }, { person, ...(namn.has(person) && { namn: namn.get(person)! }) });
};
