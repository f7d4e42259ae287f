import { type HandlingEvent } from '@klubba/handling';
import { BlobFault, CHUNK_BYTES, Files, GALLRAT, type Handlingslager, idOf, type Recorded, SEAL_BYTES, type Token, type FileVault } from '@klubba/kernel';
import { SealFault } from '../../infra/forsegling/forsegling';
import type { Avvikelse } from './granska';

/** A version of a handling as the log has it. */
type Fil = { readonly blob: string; readonly handling: string; readonly storlek: number; readonly hash: string; readonly medietyp: string; readonly salt: Token; readonly plats: string; readonly nar: string };
export type Filprov = { readonly antal: number; readonly byte: number; readonly provade: number; readonly gallrade: number; readonly losa: number; readonly avvikelser: readonly Avvikelse[] };

const PAGE = 500;

/** The files that the log speaks of, gathered while it is read. */
export class Filer {
  private readonly alla = new Map<string, Fil>();

  add(event: Recorded): void {
    if (event.type !== 'HandlingInkommen' && event.type !== 'HandlingsversionTillagd') return;
    const { blob, storlek, hash, medietyp, salt, version } = event.data as Extract<HandlingEvent, { type: 'HandlingInkommen' }>['data'];
    const handling = idOf(event.stream);
    this.alla.set(blob, { blob, handling, storlek, hash, medietyp, salt: salt as Token, plats: `handling ${handling} version ${version}`, nar: event.at });
  }

  get antal(): number {
    return this.alla.size;
  }

  /**
   * Each file against its store: that it is there, in as many pieces and bytes as the log says. With the keys its content
   * too, piece by piece and as a whole, against the salted hash in the log.
   */
  async prova(store: Handlingslager, vault: FileVault | undefined, progress: (antal: number) => void): Promise<Filprov> {
    const avvikelser: Avvikelse[] = [];
    const kvar = new Set(this.alla.keys());
    let [byte, provade, gallrade, losa] = [0, 0, 0, 0];
    for (let sida = await store.list('', PAGE); sida.length > 0; sida = await store.list(sida.at(-1)!.id, PAGE)) {
      for (const { id, chunks, bytes, state } of sida) {
        const fil = this.alla.get(id);
        if (fil === undefined) {
          if (state === 'kept') avvikelser.push({ vad: 'filen hör till akten enligt lagret, men inget faktum nämner den', var: `fil ${id}` });
          else losa++;
          continue;
        }
        kvar.delete(id);
        const fel = (vad: string): void => void avvikelser.push({ vad, var: fil.plats, nar: fil.nar });
        const bitar = Math.ceil(fil.storlek / CHUNK_BYTES);
        if (state === 'open') fel('filen är inte färdig i lagret');
        else if (chunks !== bitar || bytes !== fil.storlek + bitar * SEAL_BYTES) fel(`filen har ${chunks} bitar och ${bytes} byte i lagret, men ska ha ${bitar} och ${fil.storlek + bitar * SEAL_BYTES}`);
        else if (vault !== undefined) {
          const utfall = await provaInnehall(new Files(store, vault), vault, fil);
          if (utfall === 'gallrad') gallrade++;
          else if (utfall === 'hel') provade++;
          else fel(utfall);
        }
        byte += fil.storlek;
        progress(this.alla.size - kvar.size);
      }
    }
    for (const blob of kvar) avvikelser.push({ vad: 'filen finns inte i lagret', var: this.alla.get(blob)!.plats, nar: this.alla.get(blob)!.nar });
    return { antal: this.alla.size, byte, provade, gallrade, losa, avvikelser };
  }
}

const provaInnehall = async (files: Files, vault: FileVault, { blob, handling, salt: token, ...facts }: Fil): Promise<string> => {
  try {
    const salt = await vault.open(token);
    const content = salt === GALLRAT ? GALLRAT : await files.content(blob, handling, { ...facts, salt: salt as string });
    if (content === GALLRAT) return 'gallrad';
    for await (const _ of content);
    return 'hel';
  } catch (error) {
    if (!(error instanceof BlobFault) && !(error instanceof SealFault)) throw error;
    return error.message;
  }
};
