import { type Command, type Context, type Refusal, refuse, seal, streamId, unknownCase } from '@klubba/kernel';
import { OFFENTLIGT_BESLUT_LAGRUM, type OffentligtBeslutsslag, provaOffentligtBeslut } from '@klubba/lagrum';
import type { SammantradeEvent } from './sammantrade.events';
import { andrad, finnsInte, kallad, type Mote, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Maskningsskal } from './sammantrade.projection';
import { medOmgang } from './sammantrade.protokoll.decider';

export type PubliceringCommand =
  | Command<'MaskaUppgift', { punkt: string; text: string; skal: Maskningsskal }>
  | Command<'AngraMaskning', { maskning: string; skal: string }>
  | Command<'OffentliggorBeslut', { punkt: string; slag: OffentligtBeslutsslag; datum: string; text: string }>
  | Command<'DraInOffentligtBeslut', { punkt: string; datum: string; skal: string }>
  /** `hash`: of the page that was reviewed. `underlag`: of the page as it is now, and what in it may not be published. */
  | Command<'PubliceraProtokoll', { omgang: number; datum: string; granskadAv?: string; beslut: string; hash: string; underlag?: { readonly hash: string; readonly personnummer: number; readonly sekretess: number } }>
  | Command<'AvpubliceraProtokoll', { omgang: number; datum: string; skal: string }>;

/** C6: what is masked in the public rendition, and that it is put on the web: reviewed, and by a decision. I4: the decision of a secret § that all may read. */
export const decidePublicering = (command: PubliceringCommand, mote: Mote, { id, by, command: kommando }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'MaskaUppgift': {
      const { punkt: vid, text, skal } = command.data;
      const punkt = punkten(mote, vid);
      if (punkt === undefined) return finnsInte;
      return [{ type: 'UppgiftMaskad', data: { punkt: vid, klass: punkt.klass, maskning: streamId('maskning', by, kommando), text: seal(`paragraf:${vid}`, text), skal } }];
    }
    case 'AngraMaskning': {
      const { maskning, skal } = command.data;
      const punkt = mote.punkter.find(({ maskningar = [] }) => maskningar.includes(maskning));
      return punkt === undefined ? refuse('MASKNINGEN_FINNS_INTE', 'Maskningen finns inte.') : [{ type: 'MaskningAngrad', data: { punkt: punkt.id, klass: punkt.klass, maskning, skal: seal(`paragraf:${punkt.id}`, skal) } }];
    }
    case 'OffentliggorBeslut': {
      const { punkt: vid, slag, datum, text } = command.data;
      const punkt = punkten(mote, vid);
      if (punkt === undefined) return finnsInte;
      const justerad = punkt.omgang === undefined ? undefined : mote.omgangar[punkt.omgang - 1]?.datum;
      if (justerad === undefined) return refuse('EJ_JUSTERAT', `${versal(kallad(mote, vid))} är inte justerad: beslutet kan inte läsas av någon utanför än.`);
      if (datum < justerad) return refuse('EJ_JUSTERAT', `${versal(kallad(mote, vid))} justerades ${justerad}, efter prövningen ${datum}.`);
      const fel = provaOffentligtBeslut({ klass: punkt.klass, sekretesslagrum: punkt.sekretesslagrum, text });
      return fel === undefined ? [{ type: 'BeslutOffentliggjort', data: { punkt: vid, slag, lagrum: OFFENTLIGT_BESLUT_LAGRUM, datum, text: seal(`paragraf:${vid}`, text) } }] : { hinder: [fel] };
    }
    case 'DraInOffentligtBeslut': {
      const { punkt: vid, datum, skal } = command.data;
      const punkt = punkten(mote, vid);
      if (punkt === undefined) return finnsInte;
      return punkt.offentligt === true ? [{ type: 'OffentligtBeslutIndraget', data: { punkt: vid, datum, skal: seal(`paragraf:${vid}`, skal) } }] : [];
    }
    case 'PubliceraProtokoll': {
      const { omgang, datum, granskadAv = by, beslut, hash, underlag } = command.data;
      const protokoll = mote.omgangar[omgang - 1];
      if (protokoll === undefined) return ingenOmgang(omgang);
      // The board may carry what is justerat (KL 8:10 p. 4).
      if (protokoll.datum === undefined || underlag === undefined) return refuse('EJ_JUSTERAT', `Protokoll ${omgang} är inte justerat och publiceras inte.`, 'KL 8 kap. 10 §');
      if (datum < protokoll.datum) return refuse('EJ_JUSTERAT', `Protokoll ${omgang} justerades ${protokoll.datum} och kan inte ha publicerats ${datum}.`);
      if (protokoll.publicerad === true) return refuse('REDAN_PUBLICERAT', `Protokoll ${omgang} är redan publicerat.`);
      const fynd = underlag.personnummer + underlag.sekretess;
      if (fynd > 0) return refuse('FAR_INTE_PUBLICERAS', `Protokollet innehåller ${fynd} personnummer/sekretessmarkerade stycken och får inte publiceras.`);
      if (hash !== underlag.hash) return refuse('GRANSKAT_HAR_ANDRATS', 'Protokollet ser inte längre ut som när det granskades. Granska det på nytt.');
      return [{ type: 'ProtokollPublicerat', data: { omgang, datum, granskadAv, beslut: seal(kid, beslut), hash } }];
    }
    case 'AvpubliceraProtokoll': {
      const { omgang, datum, skal } = command.data;
      const protokoll = mote.omgangar[omgang - 1];
      if (protokoll === undefined) return ingenOmgang(omgang);
      return protokoll.publicerad === true ? [{ type: 'ProtokollAvpublicerat', data: { omgang, datum, skal: seal(kid, skal) } }] : refuse('EJ_PUBLICERAT', `Protokoll ${omgang} är inte publicerat.`);
    }
    default: return unknownCase(command);
  }
};
const versal = (namn: string): string => namn.charAt(0).toUpperCase() + namn.slice(1);
const ingenOmgang = (omgang: number): Refusal<SammantradeHinder> => refuse('OMGANGEN_FINNS_INTE', `Det finns inget protokoll ${omgang} vid sammanträdet.`);

export const evolvePublicering = (mote: Mote, event: Extract<SammantradeEvent, { type: 'UppgiftMaskad' | 'MaskningAngrad' | 'BeslutOffentliggjort' | 'OffentligtBeslutIndraget' | 'ProtokollPublicerat' | 'ProtokollAvpublicerat' }>): Mote => {
  switch (event.type) {
    case 'UppgiftMaskad': return andrad(mote, event.data.punkt, ({ maskningar = [] }) => ({ maskningar: [...maskningar, event.data.maskning] }));
    case 'MaskningAngrad': return andrad(mote, event.data.punkt, ({ maskningar = [] }) => ({ maskningar: maskningar.filter((en) => en !== event.data.maskning) }));
    case 'BeslutOffentliggjort': return andrad(mote, event.data.punkt, () => ({ offentligt: true }));
    case 'OffentligtBeslutIndraget': return andrad(mote, event.data.punkt, () => ({ offentligt: false }));
    case 'ProtokollPublicerat': return medOmgang(mote, event.data.omgang, (en) => ({ ...en!, publicerad: true }));
    case 'ProtokollAvpublicerat': return medOmgang(mote, event.data.omgang, (en) => {
      const { publicerad: _, ...rest } = en!;
      return rest;
    });
    default: return unknownCase(event);
  }
};
