import fc from 'fast-check';
import { foreslaParagrafer } from './aldreprotokoll.forslag';

const utan = (pages: readonly string[]) => foreslaParagrafer(pages).paragrafer.map(({ nummer, rubrik, diarienummer }) => [nummer, rubrik, diarienummer]);

describe('Paragraferna i ett protokolls text', () => {
  it('hittas med rubrik bredvid eller under numret, och diarienummer där det står', () =>
    expect(utan(['Socialnämnden\nSammanträdesprotokoll 2014-05-21\nJustering 2014-05-28\n\n§ 12 Taxa för något Dnr SN/2014:30\n\nBeslut\nNämnden antar taxan.\n\n§ 13\nDnr SN/2014:31 - 759\nEn längre rubrik som går\nvidare på nästa rad\n\nSammanfattning\nText.', '§ 14 (SN-2014-00032)\n\nÖvrigt\n§ 15. Anmälningar (dnr SN/2014:33)'])).toEqual([
      [12, 'Taxa för något', 'SN/2014:30'], [13, 'En längre rubrik som går vidare på nästa rad', 'SN/2014:31 - 759'], [14, 'Övrigt', 'SN-2014-00032'], [15, 'Anmälningar', 'SN/2014:33'],
    ]));
  it('tas en gång när de står i en innehållsförteckning också, med den fullaste rubriken och diarienumret var det än står', () =>
    expect(utan(['Innehåll\n§ 12 Taxa för något ............ 3\n§ 13 Övrigt ........ 4', '§ 12 Taxa för något och annat\nSN/2014:30\nBeslut\n§ 12 forts.\n§ 13 Övrigt'])).toEqual([[12, 'Taxa för något och annat', 'SN/2014:30'], [13, 'Övrigt', undefined]]));
  it('är inte lagrum och hänvisningar som en rad råkar börja med', () =>
    expect(utan(['§ 12 Taxa\n§ 42 kommunallagen säger annat\n§ 900 Långt borta\n§§ 12–15 är justerade\n§ 13 Övrigt'])).toEqual([[12, 'Taxa', undefined], [13, 'Övrigt', undefined]]));
  it('säger vilka nummer som inte hittades, och sammanträdets dag', () => {
    expect(foreslaParagrafer(['Utskrivet 2014-06-02\nSammanträdesdatum 21 maj 2014\n§ 12 Taxa\n§ 15 Övrigt'])).toMatchObject({ datum: '2014-05-21', luckor: [13, 14], paragrafer: [{ sida: 1 }, { sida: 1 }] });
    expect(foreslaParagrafer(['Ingen paragraf alls.'])).toEqual({ paragrafer: [], luckor: [] });
  });
  it('läses ur vilken text som helst', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('§ 1', '§ 2 a', '§ 9999 Å', 'Dnr SN/2014:30', '§'));
    fc.assert(fc.property(fc.array(fc.array(line).map((lines) => lines.join('\n'))), (pages) => {
      const { paragrafer } = foreslaParagrafer(pages);
      return paragrafer.every(({ nummer, rubrik }, i) => nummer > (paragrafer[i - 1]?.nummer ?? 0) && rubrik !== '');
    }));
  });
});
