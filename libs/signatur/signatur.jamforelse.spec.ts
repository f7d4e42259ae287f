import fc from 'fast-check';
import { jamforbar, skillnader } from './signatur.jamforelse';

const klubba = [
  { nummer: 25, delar: [{ del: 'rubrik', text: 'Taxa för bad' }, { del: 'beslut 1', text: 'Nämnden antar taxan på 120 kronor.' }] },
  { nummer: 26, delar: [{ del: 'rubrik', text: 'Övrigt' }] },
];

it('radbrytning, avstavning, citattecken och mellanrum är ingen skillnad', () => {
  expect(skillnader(klubba, [{ nummer: 25, text: 'Taxa för bad\n1.  Nämnden antar tax-\nan på 120 kronor.' }, { nummer: 26, text: 'Övrigt' }])).toEqual([]);
  expect(jamforbar('”Så”  –\nhär')).toBe('"Så" - här');
});
it('en annan text sägs med båda, en som saknas och en som är för mycket likaså', () => {
  expect(skillnader(klubba, [{ nummer: 25, text: 'Taxa för bad\n\n1. Nämnden antar taxan på 140 kronor.' }, { nummer: 27, text: 'Tillagt efteråt' }])).toEqual([
    { paragraf: 25, slag: 'annan_text', del: 'beslut 1', klubba: 'Nämnden antar taxan på 120 kronor.', filen: '1. Nämnden antar taxan på 140 kronor.' },
    { paragraf: 26, slag: 'saknas_i_filen', klubba: 'Övrigt' },
    { paragraf: 27, slag: 'saknas_i_klubba', filen: 'Tillagt efteråt' },
  ]);
  expect(skillnader(klubba, [{ nummer: 25, text: 'Taxa för bad' }, { nummer: 26, text: 'Övrigt' }])).toEqual([{ paragraf: 25, slag: 'saknas_i_filen', del: 'beslut 1', klubba: 'Nämnden antar taxan på 120 kronor.' }]);
});
it('en paragraf som står i ett annat protokoll är inget att anmärka på', () =>
  expect(skillnader([klubba[1]!], [{ nummer: 25, text: 'Omedelbart justerad, se eget protokoll' }, { nummer: 26, text: 'Övrigt' }], [25])).toEqual([]));
it('en skrivelse jämförs del för del med hela filen', () =>
  expect(skillnader([{ delar: [{ del: 'rubrik', text: 'Taxa' }, { del: 'förslag 1', text: 'Nämnden antar taxan.' }] }], [{ text: 'Taxa\nNämnden avslår taxan.' }]))
    .toEqual([{ slag: 'annan_text', del: 'förslag 1', klubba: 'Nämnden antar taxan.', filen: 'Nämnden avslår taxan.' }]));
it('det som står lika skiljer sig aldrig, hur det än är radbrutet', () => {
  const ord = fc.string({ unit: fc.constantFrom(...'abcåäö'), minLength: 1, maxLength: 8 });
  fc.assert(fc.property(fc.array(ord, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (alla, bredd) => {
    const bruten = alla.map((ett, i) => `${ett}${i % bredd === bredd - 1 ? '\n' : ' '}`).join('');
    expect(skillnader([{ nummer: 1, delar: [{ del: 'beslut 1', text: alla.join(' ') }] }], [{ nummer: 1, text: `Rubrik\n${bruten}` }])).toEqual([]);
  }));
});
