import type { ArendeCommand } from '@klubba/arende';
import { idOf, type Reaction, type Recorded, type Wish } from '@klubba/kernel';
import type { NamndCommand } from '@klubba/namnd';
import type { ParagrafCommand, ParagrafserieCommand } from '@klubba/paragraf';
import type { SammantradeEvent } from './sammantrade.events';

/** The § of the klubbslag is given by the series of the nämnd and the year of the meeting, in the order the gavel fell (C2). */
export const numreraParagraf: Reaction<SammantradeEvent> = {
  name: 'numrera-paragraf',
  on: {
    BeslutFattat: ({ stream, namnd, data: { punkt, datum, underparagraf, utanParagraf } }): Wish | undefined => {
      if (namnd === null || utanParagraf === true) return undefined;
      const ar = Number(datum.slice(0, 4));
      const command: ParagrafserieCommand = { type: 'TilldelaParagrafnummer', data: { namnd, ar, mal: punkt, sammantrade: idOf(stream), datum, ...underparagraf } };
      return { category: 'paragrafserie', id: `${namnd}-${ar}`, command };
    },
  },
};

/** A request for a meeting is met when the meeting is planned (A1). */
export const noteraBegart: Reaction<SammantradeEvent> = {
  name: 'notera-begart',
  on: {
    SammantradePlanerat: ({ stream, data: { namnd, begaran } }): Wish | undefined => {
      if (begaran === undefined) return undefined;
      const command: NamndCommand = { type: 'NoteraBegartSammantrade', data: { begaran, sammantrade: idOf(stream) } };
      return { category: 'namnd', id: namnd, command };
    },
  },
};

/** The matter is told of its §. */
export const noteraBehandling: Reaction<SammantradeEvent> = {
  name: 'notera-behandling',
  on: {
    ParagrafNumrerad: ({ stream, data: { arende, punkt, datum, ar, nr: nummer, beslutstyp } }): Wish | undefined => {
      if (arende === undefined) return undefined;
      const command: ArendeCommand = { type: 'NoteraBehandling', data: { sammantrade: idOf(stream), punkt, datum, ar, nummer, beslutstyp } };
      return { category: 'arende', id: arende, command };
    },
  },
};

/**
 * A § is opened once it has its number, and told what happens to it at the meeting. One reaction for all of it, since a
 * reaction goes through the log in order: no § hears of its justering before it is there.
 */
export const underrattaParagraf: Reaction<SammantradeEvent> = {
  name: 'underratta-paragraf',
  on: {
    // What it concerns in a register is told to the register, by the register's own reaction.
    ParagrafNumrerad: ({ stream, namnd, data: { punkt, slag: _s, galler: _g, andrar: _a, forslagFran: _f, ...data } }): Wish | undefined =>
      namnd === null ? undefined : till(punkt, { type: 'OppnaParagraf', data: { namnd, sammantrade: idOf(stream), ...data } }),
    PunktKlassAndrad: ({ data: { punkt, klass } }): Wish => till(punkt, { type: 'NoteraKlass', data: { klass } }),
    PunkternasKlassHojd: (event): readonly Wish[] => varje(event, ({ klass }) => ({ type: 'NoteraKlass', data: { klass } })),
    ParagraferJusterade: (event): readonly Wish[] => varje(event, ({ omgang, omedelbar, datum }) => ({ type: 'NoteraJustering', data: { omgang, omedelbar, datum } })),
    ProtokollAnslaget: (event): readonly Wish[] => varje(event, ({ omgang, datum }) => ({ type: 'NoteraAnslag', data: { omgang, datum } })),
    AnslagNedtaget: (event): readonly Wish[] => varje(event, ({ anslaget, datum, brutet }) => ({ type: 'NoteraNedtagning', data: { anslaget, datum, brutet } })),
    AnslagsavbrottNoterat: (event): readonly Wish[] => varje(event, ({ anslaget, datum, brutet }) => ({ type: 'NoteraAvbrott', data: { anslaget, datum, brutet } })),
  },
};

/** D8: a decision that is changed hears of the one that changes it. */
export const noteraAndring: Reaction<SammantradeEvent> = {
  name: 'notera-andring',
  on: {
    ParagrafNumrerad: ({ namnd, data: { punkt: paragraf, ar, nr, bokstav, datum, andrar } }): Wish | undefined =>
      namnd === null || andrar === undefined ? undefined : till(andrar.paragraf, { type: 'NoteraAndring', data: { paragraf, namnd, ar, nr, ...(bokstav !== undefined && { bokstav }), datum, grund: andrar.grund } }),
  },
};

/** D6: the § that proposed it hears what came of it in the next organ. */
export const noteraForslagsbehandling: Reaction<SammantradeEvent> = {
  name: 'notera-forslagsbehandling',
  on: {
    ParagrafNumrerad: ({ namnd, data: { punkt: paragraf, ar, nr, bokstav, datum, beslutstyp, forslagFran } }): Wish | undefined =>
      namnd === null || forslagFran === undefined ? undefined : till(forslagFran, { type: 'NoteraForslagsbehandling', data: { paragraf, namnd, ar, nr, ...(bokstav !== undefined && { bokstav }), datum, beslutstyp } }),
  },
};

/** The matter knows where it is on an agenda, so that its items follow when it becomes secret. */
export const noteraUpptagen: Reaction<SammantradeEvent> = {
  name: 'notera-upptagen',
  on: {
    PunktLagdTill: ({ stream, data: { arende, punkt, klass } }): Wish | undefined => {
      if (arende === undefined || klass === 'sekretess') return undefined;
      const command: ArendeCommand = { type: 'NoteraUpptagen', data: { sammantrade: idOf(stream), punkt } };
      return { category: 'arende', id: arende, command };
    },
  },
};

const till = (punkt: string, command: ParagrafCommand): Wish => ({ category: 'paragraf', id: punkt, command });
type Om = { readonly punkter: readonly string[] };
const varje = <E extends Extract<SammantradeEvent, { data: Om }>>({ data }: Recorded<E>, command: (data: E['data']) => ParagrafCommand): readonly Wish[] =>
  (data as Om).punkter.map((punkt) => till(punkt, command(data as E['data'])));
