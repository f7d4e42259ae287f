import type { HandlingCommand } from '@klubba/handling';
import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { ParagrafCommand, ParagrafEvent } from '@klubba/paragraf';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { ExpedieringCommand } from './expediering.decider';
import type { ExpedieringEvent } from './expediering.events';

/** A party's time runs from the day it fick del: the § hears of it (FL 44; D3). */
export const noteraDelfaende: Reaction<ExpedieringEvent> = {
  name: 'notera-delfaende',
  on: {
    DelgivningNoterad: ({ stream, data: { part, mottagare, datum, satt } }): Wish | undefined => {
      if (part === undefined) return undefined;
      const command: ParagrafCommand = { type: 'NoteraDelfaende', data: { part, mottagare, datum, satt } };
      return { category: 'paragraf', id: idOf(stream), command };
    },
  },
};

/** What leaves the myndighet is allmän handling from that day (TF 2:10; I6). */
export const noteraExpedierad: Reaction<ExpedieringEvent> = {
  name: 'notera-expedierad',
  on: {
    UtdragSkickat: ({ data: { expediering, datum, handlingar } }): readonly Wish[] | undefined => {
      const command: HandlingCommand = { type: 'NoteraExpedierad', data: { datum } };
      return expediering ? handlingar.map(({ handling }) => ({ category: 'handling', id: handling, command })) : undefined;
    },
  },
};

const prova = (id: string): Wish => {
  const command: ExpedieringCommand = { type: 'ProvaUtdrag', data: { ersatta: [] } };
  return { category: 'expediering', id, command };
};
const sinEgen = ({ stream }: { readonly stream: string }): Wish => prova(idOf(stream));
const sinPunkt = ({ data: { punkt } }: { readonly data: { readonly punkt: string } }): Wish => prova(punkt);
/**
 * What was sent and later changed is superseded. Whatever may change what an extract says has those that were sent tried against what then stands
 * in the log, so that a fact too many costs a look and nothing else. A new one is tried too: the § may have changed between its reading and its storing.
 */
export const provaUtskickat: Reaction<ExpedieringEvent | ParagrafEvent | SammantradeEvent> = {
  name: 'prova-utskickat',
  on: {
    UtdragSkickat: sinEgen, ParagrafRattad: sinEgen, OverklagandeslagBestamt: sinEgen,
    BeslutUtskrivet: sinPunkt, BeslutstextRattad: sinPunkt, ReservationAnmald: sinPunkt, ReservationMotiverad: sinPunkt, ProtokollsanteckningGjord: sinPunkt,
  },
};
