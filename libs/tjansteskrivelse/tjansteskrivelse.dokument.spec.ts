import fc from 'fast-check';
import type { DocumentParagraph } from '@klubba/kernel';
import { foreslaSkrivelse } from './tjansteskrivelse.dokument';

const p = (text: string, over: Partial<DocumentParagraph> = {}): DocumentParagraph => ({ text, ...over });
const rubrik = (text: string): DocumentParagraph => p(text, { heading: 2 });
const punkt = (text: string): DocumentParagraph => p(text, { list: true });

describe('Ett dokument blir ett förslag till tjänsteskrivelse', () => {
  it('A11: avsnitt för avsnitt efter rubrikerna, med huvudets uppgifter', () =>
    expect(foreslaSkrivelse([
      p('Omsorgsförvaltningen'), p('Vår handläggare\nRut Påhittad'), p('TJÄNSTESKRIVELSE'), p('1 (2)'), p('Datum\n2018-03-07'), p('Vår beteckning\nSN/2018:23 -\n759'), p('Ert datum'), p('Mottagare: Socialnämnden'),
      p('Svar på remiss om något', { heading: 1 }),
      rubrik('Omsorgsförvaltningens förslag till beslut'), punkt('Nämnden godkänner förslaget.'), punkt('Paragrafen justeras omedelbart.'),
      rubrik('Sammanfattning av ärendet'), p('En remiss har kommit.'),
      rubrik('Ärendets handlingar'), punkt('Remissen 2018-02-14'), p('- Förslag till svar, 7 mars 2018'),
      rubrik('Ärendebeskrivning'), p('Först detta.'), rubrik('En egen underrubrik'), p('Sedan detta\npå två rader.'), punkt('ett'), punkt('två'),
      rubrik('Förvaltningens bedömning'), p('Svaret är rimligt.'), p('Rut Påhittad\nFörvaltningschef'),
      p('Beslutet skickas till:\nKommunstyrelsen\nAkten'),
    ])).toEqual({
      rubrik: 'Svar på remiss om något', diarienummer: 'SN/2018:23 - 759', datum: '2018-03-07', handlaggare: 'Rut Påhittad', mottagare: ['Socialnämnden'],
      forslag: ['Nämnden godkänner förslaget.', 'Paragrafen justeras omedelbart.'], sammanfattning: 'En remiss har kommit.',
      handlingar: [{ namn: 'Remissen 2018-02-14', datum: '2018-02-14' }, { namn: 'Förslag till svar, 7 mars 2018', datum: '2018-03-07' }],
      arendebeskrivning: 'Först detta.\n\nEn egen underrubrik\n\nSedan detta\npå två rader.\n\n– ett\n– två', bedomning: 'Svaret är rimligt.',
      skickasTill: ['Kommunstyrelsen', 'Akten'], oplacerat: ['Omsorgsförvaltningen', 'Rut Påhittad, Förvaltningschef'],
    }));
  it('också när rubrikerna är vanliga stycken, och den som beslutar sägs en gång över punkterna', () =>
    expect(foreslaSkrivelse([p('Dnr: SN-2018-00023'), p('Datum: 7 mars 2018'), p('Taxa för något'), p('Förslag till beslut'), p('Socialnämnden beslutar'), p('att anta taxan, och'), p('1. att den gäller från maj.'), p('Bakgrund'), p('Taxan är gammal.'), p('Beslutet expedieras till: Ekonomi, Akten')])).toEqual({
      rubrik: 'Taxa för något', diarienummer: 'SN-2018-00023', datum: '2018-03-07', mottagare: [], forslag: ['Socialnämnden beslutar att anta taxan, och', 'Socialnämnden beslutar att den gäller från maj.'],
      arendebeskrivning: 'Taxan är gammal.', handlingar: [], skickasTill: ['Ekonomi', 'Akten'], oplacerat: [],
    }));
  it('också när en rad med etiketter står över en rad med värden, och punkterna är rader i ett stycke', () => {
    const { handlaggare, datum, diarienummer, forslag, oplacerat } = foreslaSkrivelse([p('Handläggare'), p('Datum'), p('Diarienummer'), p('Rut Påhittad'), p('2018-03-07'), p('SN/2018:23'), p('Ert datum'), p('En rubrik'), rubrik('Förslag till beslut'), p('1. Nämnden antar taxan.\n2. Den gäller från maj\noch framåt.')]);
    expect({ handlaggare, datum, diarienummer, forslag, oplacerat }).toEqual({ handlaggare: 'Rut Påhittad', datum: '2018-03-07', diarienummer: 'SN/2018:23', forslag: ['Nämnden antar taxan.', 'Den gäller från maj\noch framåt.'], oplacerat: [] });
  });
  it('och det som inte hör hemma någonstans sägs, i stället för att gissas eller tappas', () =>
    expect(foreslaSkrivelse([p('Datum\ni våras'), p('Diarienummer: kommer'), p('En rubrik'), rubrik('Förslag till beslut'), punkt('Bifall.'), rubrik('Tidplan'), p('Till hösten.')])).toEqual({
      rubrik: 'En rubrik', mottagare: [], forslag: ['Bifall.'], handlingar: [], skickasTill: [], oplacerat: ['Datum: i våras', 'Diarienummer: kommer', 'Tidplan', 'Till hösten.'],
    }));
  it('A11: en felskriven rubrik över förslagen sägs, och förslagen läses ändå', () => {
    const med = (text: string) => foreslaSkrivelse([p('En rubrik'), rubrik(text), punkt('Nämnden antar taxan.'), rubrik('Bedömning'), p('Den som föreslagits är beredd.')]);
    expect(med('Föreslag till beslut')).toMatchObject({ forslag: ['Nämnden antar taxan.'], felskrivnaRubriker: ['Föreslag till beslut'] });
    expect(med('Förvaltningens föreslag till beslut')).toMatchObject({ forslag: ['Nämnden antar taxan.'], felskrivnaRubriker: ['Förvaltningens föreslag till beslut'] });
    expect(med('Förvaltningens förslag till beslut').felskrivnaRubriker).toBeUndefined();
  });
  it('inget ord tappas: varje stycke står någonstans', () => {
    const ord = fc.stringMatching(/^[a-zåäö]{6,12}$/);
    const stycke = fc.oneof(ord.map((text) => p(`${text}.`)), ord.map((text) => punkt(`${text}.`)), ord.map((text) => rubrik(text)), fc.constantFrom(rubrik('Bedömning'), rubrik('Förslag till beslut'), rubrik('Sammanfattning'), p('Beslutet skickas till:'), rubrik('Handlingar')));
    fc.assert(fc.property(fc.array(stycke), (all) => {
      const said = JSON.stringify(foreslaSkrivelse(all));
      return all.every(({ text }) => /^(Bed|För|Sam|Bes|Han)/.test(text) || said.includes(text));
    }));
  });
});
