import { type Command, type Context, isRefusal, type PdfContent, type Refusal, refuse, seal, type Sekretessklass, streamId, warning, weigh } from '@klubba/kernel';
import type { SignaturEvent } from './signatur.events';
import { avsnittI, signaturblad } from './signatur.papper';
import { type Omfang, vadSomSigneras } from './signatur.projection';

/** The handling and what it is a signed copy of, put there by prepare; absent where there is none. */
export type Fil = { readonly namnd: string; readonly klass: Sekretessklass; readonly handlingsversion: number; readonly hash: string; readonly innehall: PdfContent };
export type UndertecknatCommand = Command<'LaggTillUndertecknat', Omit<Omfang, 'punkter'> & {
  readonly handling: string;
  readonly handlingsversion?: number;
  readonly underlag?: { readonly namnd: string; readonly klass: Sekretessklass; readonly version?: number; readonly punkter?: readonly string[] };
  readonly fil?: Fil;
}>;
export type UndertecknatHinder = 'DET_SOM_SIGNERAS_FINNS_INTE' | 'HANDLINGEN_FINNS_INTE' | 'FILEN_GOR_NAGOT' | 'BILAGOR_I_FILEN' | 'UNDERSKRIFTER_SAKNAS' | 'FILEN_AR_ANDRAD';

const GOR = { javascript: 'program (JavaScript)', program: 'något som startar program', filer: 'bilagor' } as const;

/** J4: a paper that was signed elsewhere is taken in as it is, and said to be what it is; only what does something when it is opened is turned away. */
export const decideUndertecknat = (command: UndertecknatCommand, redan: readonly string[], context: Context): readonly SignaturEvent[] | Refusal<UndertecknatHinder> => {
  const { handling, underlag, fil } = command.data;
  if (underlag === undefined) return refuse('DET_SOM_SIGNERAS_FINNS_INTE', 'Det som är undertecknat finns inte.');
  if (fil?.namnd !== underlag.namnd) return refuse('HANDLINGEN_FINNS_INTE', 'Handlingen finns inte i nämnden.');
  const { handlingsversion, hash, innehall: { pages, signatures, active } } = fil;
  if (redan.includes(`${handling} ${handlingsversion}`)) return [];
  const farligt = active.filter((ett) => ett !== 'filer').map((ett) => GOR[ett]);
  if (farligt.length > 0) return refuse('FILEN_GOR_NAGOT', `Filen innehåller ${farligt.join(' och ')} och tas inte emot. Spara den som vanlig PDF och försök igen.`);

  const blad = signaturblad(pages);
  const kid = `handling:${handling}`;
  const passed = weigh<UndertecknatHinder>(command, kid, [
    active.includes('filer') && warning('BILAGOR_I_FILEN', 'Filen har andra filer inbäddade. Kontrollera att de hör dit.'),
    signatures.length === 0 && blad.length === 0 && warning('UNDERSKRIFTER_SAKNAS', 'Ingen underskrift hittades i filen.'),
    signatures.some(({ intact }) => intact === false) && warning('FILEN_AR_ANDRAD', 'Dokumentet har ändrats efter signering.'),
  ]);
  if (isRefusal(passed)) return passed;
  return [{
    type: 'UndertecknatTillagt',
    data: {
      undertecknat: streamId('signatur', context.by, context.command), ...vadSomSigneras(command.data, underlag.version), klass: underlag.klass === 'sekretess' ? underlag.klass : fil.klass, handling, handlingsversion, hash, sidor: pages.length,
      ...(underlag.punkter !== undefined && { punkter: underlag.punkter }),
      underskrifter: [
        ...signatures.map(({ name, time, timeFrom, intact, whole }) => ({
          kalla: 'signatur' as const, ...(name !== undefined && { namn: seal(kid, name) }), ...(time !== undefined && { tid: seal(kid, time) }),
          ...(timeFrom !== undefined && { tidskalla: timeFrom === 'signature' ? 'signaturen' as const : 'filen' as const }), ...(intact !== undefined && { orord: intact }), helaFilen: whole,
        })),
        ...blad.map(({ namn, tid }) => ({ kalla: 'text' as const, namn: seal(kid, namn), tid: seal(kid, tid), tidskalla: 'texten' as const })),
      ],
      avsnitt: avsnittI(pages).map(({ nummer, text }) => ({ ...(nummer !== undefined && { nummer }), text: seal(kid, text) })),
      ...passed,
    },
  }];
};
