import { blank, type Command, type Hinder, isRefusal, refuse, type Refusal, seal, weigh } from '@klubba/kernel';
import type { NamndEvent, Namndslag } from './namnd.events';
import { type Inlasningsrad, NYA_MAX, provaInlasning, type Radhinder } from './namnd.inlasning';
import type { Lista, Listfalt } from './namnd.lista';
import type { Kolumnval } from './tabellista';
import type { Platser, Platshinder } from './namnd.platser';

export type LasInUppdrag = Command<'LasInUppdrag', { lista: Lista; kalla: string; rader: readonly Inlasningsrad[] }>;
export type Inlasningshinder = Radhinder['hinder']['kod'] | 'KALLA_SAKNAS' | 'LISTAN_FOR_STOR' | 'INGET_NYTT' | 'FALTET_FLERA_GANGER';

/** So many rows are told of at once: whoever has more wrong rows than that has another problem. */
const SAGDA_MAX = 100;

/** A list by the same rules as one election after another, all or nothing: its facts are one append, and the last makes the others true. */
export const lasInUppdrag = (command: LasInUppdrag, state: Platser & { readonly slag: Namndslag }, kid: string): readonly NamndEvent[] | Refusal<Inlasningshinder | Platshinder> => {
  const { lista, kalla, rader } = command.data;
  if (blank(kalla)) return refuse('KALLA_SAKNAS', 'Ange varifrån listan kommer.');
  const provad = provaInlasning(state, state.slag, rader);
  const [first, ...rest] = provad.hinder.slice(0, SAGDA_MAX).map(({ rad, hinder }): Hinder<Inlasningshinder> => ({ ...hinder, text: `Rad ${rad}: ${hinder.text}` }));
  if (first !== undefined) return { hinder: [first, ...rest] };
  const andras = provad.rader.filter(({ forandring }) => forandring !== 'oforandrad');
  if (andras.length === 0) return refuse('INGET_NYTT', 'Allt i listan står redan i Klubba.');
  if (andras.length > NYA_MAX) return refuse('LISTAN_FOR_STOR', `Listan ger ${andras.length} nya eller avslutade uppdrag. Högst ${NYA_MAX} kan läsas in på en gång. Dela filen.`);
  const weighed = weigh<Platshinder>(command, kid, provad.varningar);
  if (isRefusal(weighed)) return weighed;
  return [
    ...andras.map(({ forandring: _forandring, valbar: _valbar, ...data }): NamndEvent => ({ type: 'UppdragInlast', data })),
    { type: 'UppdragslistaInlast', data: { lista, antal: andras.length, kalla: seal(kid, kalla), ...weighed } },
  ];
};

export const sparaKolumnmappning = ({ lista, kolumner }: { readonly lista: Lista; readonly kolumner: readonly Kolumnval<Listfalt>[] }, kid: string): readonly NamndEvent[] | Refusal<'FALTET_FLERA_GANGER'> => {
  if (new Set(kolumner.map(({ falt }) => falt)).size < kolumner.length) return refuse('FALTET_FLERA_GANGER', 'Samma uppgift är vald för flera kolumner.');
  return [{ type: 'KolumnmappningSparad', data: { lista, kolumner: kolumner.map(({ falt, rubrik }) => ({ falt, rubrik: seal(kid, rubrik) })) } }];
};
