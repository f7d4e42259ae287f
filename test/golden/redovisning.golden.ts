import type { RedovisningEvent } from '@klubba/redovisning';
import { type Golden, type NothingMissing, sealed } from './golden';

const id = (slut: string): string => `00000000-0000-4000-8000-${slut.padStart(12, '0')}`;
const text = sealed('paragraf');
const om = {
  namnd: id('a1'), sammantrade: id('501'), ar: 2024, nr: 79, datum: '2024-05-16', klass: 'oppen', kalla: text, brott: [{ kod: 'FEL_LAGRUM', lagrum: 'SoL 14 kap. 6 §, LSS 24 e §' }],
} as const;
const period = { fran: '2024-04-01', till: '2024-04-30' } as const;
const uppgifter = [{ vag: [text, text], slag: 'tal', varde: text }] as const;

const delegation = {
  ...om, ...period, tjansteskrivelse: '2024-04-29', utskottsdagar: ['2024-04-10'], uppgifter,
  listor: [{ namn: text, form: text, ...period, lagar: [text], antal: 39, rader: [{ indelning: 'diarienummer', namn: text, antal: 39, enhet: text }], uppgifter }],
} as const;
const poster = {
  ...om, ...period, slag: 'domar_och_beslut', uppgifter,
  poster: [{ ordning: 0, diarienummer: text, motpart: text, motpartensNummer: text, form: text, rubrik: text, datum: '2024-04-17', utfall: text, stod: text, uppgifter }],
} as const;
const remisser = {
  ...om,
  remisser: [{
    ordning: 0, diarienummer: text, avsandare: text, derasNummer: text, utredning: text, daterad: '2024-03-01', ...period, svarstid: '2024-04-30', svarstidAvsandare: '2024-05-31', svarstidIntern: '2024-05-20', yttrandeDaterat: '2024-05-02',
    yttrandeTill: text, uppgifter,
  }],
} as const;
const lexSarah = { ...om, rapporter: [{ manad: text, antal: 6 }], arenden: [{ utfall: 'missforhallande', nummer: text }], lagrum: [{ avser: text, skrivet: text }], beslutsfattare: text, uppgifter } as const;
const kopplingar = { ...om, kopplingar: [{ ordning: 0, fran: text, till: text, slag: text, uppgifter }] } as const;

export const golden = [
  { type: 'DelegationsredovisningInlast', schema: 1, stored: delegation, today: delegation },
  { type: 'AnmalningsposterInlasta', schema: 1, stored: poster, today: poster },
  { type: 'RemissredovisningInlast', schema: 1, stored: remisser, today: remisser },
  { type: 'LexSarahRedovisningInlast', schema: 1, stored: lexSarah, today: lexSarah },
  { type: 'ParagrafuppgifterInlasta', schema: 1, stored: { ...om, uppgifter }, today: { ...om, uppgifter } },
  { type: 'KopplingarInlasta', schema: 1, stored: kopplingar, today: kopplingar },
] as const satisfies readonly Golden<RedovisningEvent>[];
export const nothingMissing: NothingMissing<RedovisningEvent, typeof golden> = true;
