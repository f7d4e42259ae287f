import { type Dokument, dokumentHtml, type Dokumentparagraf } from './sammantrade.dokument.html';

const ELAK = `<script>alert("x")</script> & 'så'`;
const full: Dokumentparagraf = {
  skrivs: '§ 25', rubrik: ELAK, beteckning: 'SN/2018:24', beslutstyp: 'bifalla', beslutspunkter: [{ text: ELAK, inledning: 'Nämnden beslutar' }, { text: 'Två.', inledning: '' }], forslag: ['Taxan höjs.'], forslagFran: 'SN 2018-02-14 § 12', underlag: ['Tjänsteskrivelse'],
  yrkanden: [{ slag: 'avslag', av: ['Tora (C)'], instammer: ['Linus (B)'], text: 'Nej', motivering: 'För dyrt.\n\nOch sent.' }], beslutsgang: ['Ordföranden prövar liggande förslag.'],
  omrostningar: [{ ja: 2, nej: 1, avstar: 1, sluten: false, roster: [{ namn: 'Olga', parti: 'A', rost: 'ja' }, { namn: 'Tora', parti: 'C', rost: 'avstar' }] }, { ja: 3, nej: 2, avstar: 0, sluten: true, roster: [] }],
  reservationer: [{ av: ['Tora (C)'], tillFormanFor: 'eget yrkande', motivering: 'Därför' }], anteckningar: [{ slag: 'sarskilt_yttrande', av: ['Linus (B)'], text: 'Bra så' }], deltarInte: ['Ester (A)'], jav: ['Olga anmäler jäv.'],
  andrar: { beslut: 'SN 2018-01-17 § 3', grund: 'fl_36', skal: 'Räknefel' }, rattelser: [{ beslutspunkt: 1, text: 'Taxan', datum: '2018-04-12' }], andrad: ['SN 2018-05-16 § 40'], vidare: ['KS 2018-06-01 § 9'],
};
const dokument: Dokument = {
  organ: 'Sjönämnden', datum: '2018-03-21', tid: '15:00', slut: '17:00', plats: 'Salen', spann: '§§ 25–27',
  tjanstgorande: [{ namn: 'Olga', parti: 'A', uppdrag: 'ledamot', roll: 'ordforande', nar: '' }, { namn: 'Ester', parti: 'A', uppdrag: 'ersattare', nar: '§ 25' }], icke: [{ namn: 'Sven', parti: 'B', nar: '' }], ovriga: [{ benamning: 'Sekreterare', enhet: 'Kansliet', nar: '' }],
  justerare: ['Olga', 'Linus'], justerat: '2018-04-04', underskrifter: [{ namn: 'Linus', datum: '2018-04-04' }], anslag: { datum: '2018-04-06', nedtasTidigast: '2018-04-28', forvaringsplats: 'Kansliet' },
  paragrafer: [full, { skrivs: '§ 26', sekretess: true }, { skrivs: '§ 27', hanvisning: '§ 27 – omedelbart justerad, se eget protokoll' }],
};
const html = dokumentHtml(dokument);

describe('Protokollet som sida', () => {
  it('C6: står för sig: svenska, en rubrik, landmärken, tabeller med rubriker, inget skript och inget att hämta', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="sv"><head><meta charset="utf-8">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const tagg of ['<header>', '<main>', '<footer>', '<title>Protokoll Sjönämnden 2018-03-21, §§ 25–27</title>']) expect(html).toContain(tagg);
    expect(html.match(/<table>/g)).toHaveLength(html.match(/<caption>/g)!.length);
    expect(html.match(/<th(?! scope)/g)?.filter((tagg) => tagg === '<th ' || tagg === '<th>') ?? []).toEqual([]);
    expect(html).not.toMatch(/<script|https?:|src=|href=|<!--|hidden|display:none/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id);
  });
  it('varje ord är text, hur det än ser ut', () => {
    expect(html).toContain('§ 25 &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; \'så\'');
    expect(html).toContain('<li>Nämnden beslutar: &lt;script&gt;');
  });
  it('C1: har allt som en paragraf ska ha', () => {
    for (const ord of [
      'Förslag från SN 2018-02-14 § 12', 'Tora (C) (avslag): Nej Instämmer: Linus (B).', '<p>För dyrt.</p><p>Och sent.</p>', 'Ordföranden prövar liggande förslag.', '<caption>2 ja, 1 nej, 1 avstår.</caption>', 'Sluten omröstning. 3 ja, 2 nej.', '<td>Avstår</td>',
      'Tora (C) reserverar sig till förmån för eget yrkande.', 'Särskilt yttrande', 'Ester (A)', 'Olga anmäler jäv.', 'Beslutet ändrar SN 2018-01-17 § 3 (FL 36 §): Räknefel', '2018-04-12, beslutspunkt 1: Taxan', 'Beslutet är ändrat genom SN 2018-05-16 § 40.', 'Förslaget är behandlat i KS 2018-06-01 § 9.',
      'Justerat 2018-04-04.', 'Linus, 2018-04-04', 'Tillkännagivet på anslagstavlan 2018-04-06', 'tjänstgörande ersättare', 'Sekreterare, Kansliet',
    ]) expect(html).toContain(ord);
  });
  it('C4, C6: av en hemlig paragraf står bara numret, och en omedelbart justerad är en hänvisning', () => {
    expect(html).toContain('<h2 id="p2">§ 26</h2><p>Paragrafen omfattas av sekretess.</p>');
    expect(html).toContain('<h2 id="p3">§ 27 – omedelbart justerad, se eget protokoll</h2>');
  });
  it('det som inte är justerat säger det, och en tom sida är en sida', () => {
    const tom = dokumentHtml({ organ: 'SN', datum: '2018-03-21', tid: '15:00', plats: 'Salen', spann: '', tjanstgorande: [], icke: [], ovriga: [], justerare: [], underskrifter: [], paragrafer: [{ ...full, beslutstyp: 'utga', beslutspunkter: [] }] });
    expect(tom).toContain('Protokollet är inte justerat.');
    expect(tom).toContain('<p>Ärendet utgår.</p>');
  });
});
