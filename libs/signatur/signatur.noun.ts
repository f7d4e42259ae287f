import type { Noun } from '@klubba/kernel';
import { signatur } from './signatur.decider';
import { prepareSignatur } from './signatur.prepare';
import { signaturerna, undertecknade } from './signatur.projection';
import { provaSignerat } from './signatur.reactions';

export const signaturNouns: readonly Noun[] = [
  { decider: signatur, projections: [signaturerna, undertecknade], reactions: [provaSignerat], prepare: prepareSignatur, internal: ['ProvaSignaturer'] },
];
