import type { Noun } from '@klubba/kernel';
import { delegationsanmalan } from './delegationsanmalan.decider';
import { prepareDelegationsanmalan } from './delegationsanmalan.prepare';
import { delegationsanmalanen } from './delegationsanmalan.projection';
import { bindAnmalan, noteraAnmalda } from './delegationsanmalan.reactions';
import { delegationsbeslut } from './delegationsbeslut.decider';
import { prepareDelegationsbeslut } from './delegationsbeslut.prepare';
import { delegationsbeslutet } from './delegationsbeslut.projection';
import { noteraAndring } from './delegationsbeslut.reactions';
import { delegationslista } from './delegationslista.decider';
import { prepareDelegationslista } from './delegationslista.prepare';
import { delegationslistan } from './delegationslista.projection';
import { bekraftaInlasta } from './delegationslista.reactions';
import { delegationsordning } from './delegationsordning.decider';
import { prepareDelegationsordning } from './delegationsordning.prepare';
import { delegationsordningen } from './delegationsordning.projection';

export const delegationNouns: readonly Noun[] = [
  { decider: delegationsordning, projections: [delegationsordningen], prepare: prepareDelegationsordning },
  {
    decider: delegationsbeslut, projections: [delegationsbeslutet], reactions: [noteraAndring], prepare: prepareDelegationsbeslut,
    internal: ['BekraftaInlasning', 'NoteraListanStruken', 'NoteraAndring', 'NoteraAnmalan'],
  },
  { decider: delegationslista, projections: [delegationslistan], reactions: [bekraftaInlasta], prepare: prepareDelegationslista, internal: ['NoteraListanAnmald'] },
  { decider: delegationsanmalan, projections: [delegationsanmalanen], reactions: [bindAnmalan, noteraAnmalda], prepare: prepareDelegationsanmalan, internal: ['BindDelegationsanmalan'] },
];
