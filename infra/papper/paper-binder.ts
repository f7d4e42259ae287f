import { serialize } from 'node:v8';
import { type Bound, type Package, type PaperBinder, refuse, type Refusal } from '@klubba/kernel';
import { type Caps, GivenUp, inThread } from './thread';

const CAPS: Caps = { memoryMb: 768, ms: 120_000 };
const BYTES_MAX = 100 * 2 ** 20;

const GIVEN_UP: Readonly<Record<GivenUp['why'], Refusal>> = {
  memory: refuse('PAKETET_FOR_TUNGT', 'Handlingarna tar mer minne att sätta ihop än de får. Hämta dem var för sig.'),
  time: refuse('PAKETET_FOR_TUNGT', 'Handlingarna tar längre tid att sätta ihop än de får. Hämta dem var för sig.'),
  crash: refuse('PAKETET_GICK_INTE', 'Handlingarna går inte att sätta ihop. Hämta dem var för sig.'),
};

/** Puts papers together in a thread of its own, within caps: what others have made may cost more than it should. */
export class ThreadedPaperBinder implements PaperBinder {
  constructor(private readonly caps: Caps = CAPS) {}

  async bind(parts: Package): Promise<Bound | Refusal> {
    const bytes = parts.parts.reduce((sum, { files }) => sum + files.reduce((own, file) => own + file.bytes.length, 0), 0);
    if (bytes > BYTES_MAX) return refuse('PAKETET_FOR_STORT', 'Handlingarna är för stora för ett paket: högst 100 MB går. Hämta dem var för sig.');
    try {
      const { mediaType, bytes: made } = await inThread<Bound>('package', serialize(parts), this.caps);
      return { mediaType, bytes: made };
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      return GIVEN_UP[error.why];
    }
  }
}
