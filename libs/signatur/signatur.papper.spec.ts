import { avsnittI, signaturblad } from './signatur.papper';

describe('Ett signaturblad', () => {
  it('läses med namn och tid som de står: namnet ovanför tiden, med annat emellan', () => {
    expect(signaturblad(['Undertecknat av:\nRut Påhittad\nOrdförande\n2018-04-04 09:30:12\n\nNils-Erik af Sagolund\nJusterare\n2018-04-04 10:02:55'])).toEqual([
      { namn: 'Rut Påhittad', tid: '2018-04-04 09:30:12' }, { namn: 'Nils-Erik af Sagolund', tid: '2018-04-04 10:02:55' },
    ]);
    expect(signaturblad(['Underskrifterna i detta dokument är juridiskt bindande.\nRUT PÅHITTAD\nOrdförande\nPå uppdrag av: Påhitts kommun\nSerienummer: 196xxxxx\nIP: 192.0.2.10\nSwedish BankID\n21.03.2018 10:15:22 UTC'])).toEqual([{ namn: 'RUT PÅHITTAD', tid: '21.03.2018 10:15:22 UTC' }]);
  });
  it('läses när namnet står på samma rad', () => {
    expect(signaturblad(['Elektroniska underskrifter\n2018-04-04 09:30:12 Signerat av Rut Påhittad\n2018-04-05 kl. 07.15 Signerat Nils Sagolund Justerare'])).toEqual([
      { namn: 'Rut Påhittad', tid: '2018-04-04 09:30:12' }, { namn: 'Nils Sagolund', tid: '2018-04-05 kl. 07.15' },
    ]);
  });
  it('läses ur en logg, där namnet står under tiden och annat än underskrifter inte är några', () => {
    expect(signaturblad(['Verifikat\n2018-04-04 09:00:00 CET\nSigrid Sekreteraring skickade dokumentet\n2018-04-04 09:20:00 CET\nRut Påhittad öppnade dokumentet\n2018-04-04 09:30:12 CET\nRut Påhittad (rut@exempel.se) signerade dokumentet'])).toEqual([
      { namn: 'Rut Påhittad', tid: '2018-04-04 09:30:12 CET' },
    ]);
  });
  it('är ingen sida som bara nämner en tid, och en rad utan namn är ingen underskrift', () => {
    expect(signaturblad(['§ 25 Taxa\nRut Påhittad yrkar bifall.\nMötet öppnades 2018-03-21 15:00'])).toEqual([]);
    expect(signaturblad(['Signerat 2018-04-04 09:30:12'])).toEqual([]);
  });
});

describe('Paragraferna i en fil', () => {
  it('börjar där numret står först på raden, går över sidbyten, och är den längsta när numret står i en innehållsförteckning', () => {
    expect(avsnittI(['Protokoll §§ 25–26\n§ 25 Taxa 2\n§ 26 Övrigt 3', '§ 25 Taxa\nNämnden antar', 'Sida 2 (3)\ntaxan enligt § 24.\n\n§ 26\nÖvrigt\nInget.'])).toEqual([
      { nummer: 25, text: 'Taxa\nNämnden antar\n\ntaxan enligt § 24.' }, { nummer: 26, text: 'Övrigt\nInget.' },
    ]);
  });
  it('saknas i en fil utan dem: då är den en text', () => expect(avsnittI(['Tjänsteskrivelse\nFörslag'])).toEqual([{ text: 'Tjänsteskrivelse\nFörslag' }]));
});
