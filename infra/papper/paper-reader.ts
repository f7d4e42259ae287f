import { type DocumentParagraph, type PaperReader, type PdfContent, type Refusal, refuse, type Table } from '@klubba/kernel';
import type { DocumentAnswer } from './document.worker.mjs';
import type { PdfMarks } from './pdf-signatures.worker.mjs';
import type { PdfText } from './pdf-text.worker.mjs';
import type { TableAnswer } from './table.worker.mjs';
import { type Caps, GivenUp, inThread } from './thread';

const CAPS: Caps = { memoryMb: 512, ms: 60_000 };
const BYTES_MAX = 100 * 2 ** 20;
const OFFICE_BYTES_MAX = 20 * 2 ** 20;

const BROKEN = refuse('PDF_TRASIG', 'Filen går inte att läsa som PDF: den är trasig eller av ett annat slag. Spara den på nytt och försök igen.');
const FAULTS = {
  broken: BROKEN,
  password: refuse('PDF_KRYPTERAD', 'PDF-filen är låst med lösenord. Spara den utan lösenord och försök igen.'),
  pages: refuse('PDF_FOR_STOR', 'PDF-filen har för många sidor. Högst 3 000 går att läsa.'),
};
const GIVEN_UP: Readonly<Record<GivenUp['why'], Refusal>> = {
  memory: refuse('PDF_FOR_STOR', 'PDF-filen tar mer minne att läsa än den får. Dela upp den, eller spara den på nytt.'),
  time: refuse('PDF_FOR_STOR', 'PDF-filen tar för lång tid att läsa. Dela upp den, eller spara den på nytt.'),
  crash: BROKEN,
};

/** Reads papers in threads of their own, within caps. What could not be read is a refusal in words for the one who sent it. */
export class ThreadedPaperReader implements PaperReader {
  constructor(private readonly caps: Caps = CAPS) {}

  async pdf(bytes: Uint8Array): Promise<PdfContent | Refusal> {
    if (bytes.length > BYTES_MAX) return refuse('PDF_FOR_STOR', 'PDF-filen är för stor. Högst 100 MB går att läsa.');
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')) return BROKEN;
    try {
      const text = await inThread<PdfText>('pdf-text', bytes, this.caps);
      if ('fault' in text) return FAULTS[text.fault];
      const marks = await inThread<PdfMarks>('pdf-signatures', bytes, this.caps);
      if ('fault' in marks) return BROKEN;
      if (text.pages.every((page) => page.trim() === '')) return refuse('PDF_UTAN_TEXT', 'PDF-filen har ingen text, bara bilder: den är nog inskannad. Läs den med textigenkänning (OCR) först.');
      // Copied: an object from a thread may have another realm's prototype, and the record takes only plain ones.
      return { ...text, ...marks, signatures: marks.signatures.map((one) => ({ ...one })) };
    } catch (error) {
      if (error instanceof GivenUp) return GIVEN_UP[error.why];
      throw error;
    }
  }

  async table(bytes: Uint8Array): Promise<Table | Refusal> {
    const read = await this.office<TableAnswer>('table', bytes);
    return 'fault' in read ? refuse(read.fault.kod, read.fault.text) : read;
  }

  async document(bytes: Uint8Array): Promise<readonly DocumentParagraph[] | Refusal> {
    const read = await this.office<DocumentAnswer>('document', bytes);
    if ('fault' in read) return refuse(read.fault.kod, read.fault.text);
    return 'paragraphs' in read ? read.paragraphs : read;
  }

  private async office<T extends object>(name: string, bytes: Uint8Array): Promise<T | Refusal> {
    if (bytes.length === 0) return refuse('FILEN_AR_TOM', 'Filen är tom.');
    if (bytes.length > OFFICE_BYTES_MAX) return refuse('FILEN_FOR_STOR', 'Filen är för stor. Högst 20 MB går att läsa. Ta bort bilder, eller dela den.');
    try {
      return await inThread<T>(name, bytes, this.caps);
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      if (error.why === 'crash') return refuse('FILEN_AR_TRASIG', 'Filen är trasig eller avhuggen och går inte att läsa. Spara den på nytt och försök igen.');
      return refuse('FILEN_FOR_TUNG', `Filen tar ${error.why === 'memory' ? 'mer minne' : 'längre tid'} att läsa än den får. Dela den, eller spara den på nytt.`);
    }
  }
}
