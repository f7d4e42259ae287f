import { handlingen, handlingsversion } from '@klubba/handling';
import { type Command, GALLRAT, isRefusal, type Refusal, refuse, type Surroundings } from '@klubba/kernel';
import type { SignaturCommand } from './signatur.decider';
import { hashat, innehalletAv, provad } from './signatur.innehall.prepare';
import { signaturerna, vadSomSigneras } from './signatur.projection';

type Of<T extends SignaturCommand['type']> = Extract<SignaturCommand, { type: T }>;

/** Reads what is to be signed as it stands in the log, opens it and reckons its hashes: the decider sees hashes and no texts. */
export const prepareSignatur = async (command: Command, id: string, around: Surroundings): Promise<Command | Refusal> => {
  const wish = command as SignaturCommand;
  switch (wish.type) {
    case 'Signera': return signera(wish, around);
    case 'ProvaSignaturer': return provaSignaturer(wish, id, around);
    case 'LaggTillUndertecknat': return undertecknat(wish, around);
  }
};

const signera = async (wish: Of<'Signera'>, around: Surroundings): Promise<Command> => {
  const innehall = await innehalletAv(wish.data, around);
  if (innehall === undefined) return wish;
  const { namnd, klass, version, lage } = innehall;
  const hashen = hashat(vadSomSigneras(wish.data, version), innehall);
  const galler: string[] = [];
  for (const en of (await around.read(signaturerna, wish.data.mal))?.signaturer ?? []) if (en.forfallen === undefined && (await provad(en, around)).stammer) galler.push(en.id);
  return { ...wish, data: { ...wish.data, underlag: { namnd, klass, lage, galler, ...(version !== undefined && { version }), ...(hashen !== undefined && { hashat: hashen }) } } };
};

const provaSignaturer = async (wish: Of<'ProvaSignaturer'>, id: string, around: Surroundings): Promise<Command> => {
  const fallna = [];
  for (const en of (await around.read(signaturerna, id))?.signaturer ?? []) {
    if (en.forfallen !== undefined) continue;
    const { skal, delar } = await provad(en, around);
    if (skal !== undefined) fallna.push({ signatur: en.id, skal, delar });
  }
  return { ...wish, data: { fallna } };
};

const undertecknat = async (wish: Of<'LaggTillUndertecknat'>, around: Surroundings): Promise<Command | Refusal> => {
  const { handling, handlingsversion: onskad } = wish.data;
  const innehall = await innehalletAv(vadSomSigneras(wish.data, undefined), around);
  if (innehall === undefined) return wish;
  const { namnd, klass, lage } = innehall;
  const underlag = {
    namnd, klass, ...(innehall.version !== undefined && { version: innehall.version }), ...(lage.slag === 'protokoll' && { punkter: lage.paragrafer.map(({ punkt }) => punkt) }),
  };
  const doc = await around.read(handlingen, handling);
  const version = doc && handlingsversion(doc, onskad);
  if (doc === undefined || version === undefined || doc.namnd !== namnd) return { ...wish, data: { ...wish.data, underlag } };
  const salt = await around.open(version.salt);
  const { blob, medietyp, storlek, hash } = version;
  const bytes = salt === GALLRAT ? GALLRAT : await around.content(blob, handling, { medietyp, storlek, hash, salt: salt as string });
  if (bytes === GALLRAT) return refuse('GALLRAT', 'Handlingen är gallrad.');
  const last = await around.papers!.pdf(bytes);
  if (isRefusal(last)) return last;
  return { ...wish, data: { ...wish.data, underlag, fil: { namnd: doc.namnd, klass: doc.klass, handlingsversion: version.version, hash, innehall: last } } };
};
