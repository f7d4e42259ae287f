import type { Noun } from '@klubba/kernel';
import { paragraf } from './paragraf.decider';
import { prepareParagraf } from './paragraf.prepare';
import { paragrafen } from './paragraf.projection';
import { sattParagrafnummer } from './paragraf.reactions';
import { paragrafserie } from './paragrafserie.decider';
import { prepareParagrafserie } from './paragrafserie.prepare';
import { paragrafserien } from './paragrafserie.projection';

export const paragrafNouns: readonly Noun[] = [
  { decider: paragrafserie, projections: [paragrafserien], reactions: [sattParagrafnummer], prepare: prepareParagrafserie, internal: ['TilldelaParagrafnummer', 'MarkeraParagrafnummerUtgatt'] },
  { decider: paragraf, projections: [paragrafen], prepare: prepareParagraf, internal: ['OppnaParagraf', 'NoteraKlass', 'NoteraJustering', 'NoteraAnslag', 'NoteraNedtagning', 'NoteraAvbrott', 'NoteraAndring', 'NoteraForslagsbehandling'] },
];
