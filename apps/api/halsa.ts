import type { FastifyInstance } from 'fastify';
import type { House } from './house';

/** `GET /halsa`: is it ready, what does it stand on, and how far has each read model come. 503 while it is not. */
export const serveHealth = (app: FastifyInstance, house: House, lager: string): void => {
  const reactions = new Set(house.composition.nouns.flatMap((noun) => (noun.reactions ?? []).map(({ name }) => name)));
  const isReaction = (name: string): boolean => reactions.has(name);
  app.get('/halsa', async (_, reply) => {
    const { store } = house.log;
    const all = house.models.status().map(({ name, position, lagMs, fault }) => ({ namn: name, position: Number(position), efterslapningMs: lagMs, ...(fault !== undefined && { fel: fault }) }));
    const [lasmodeller, reaktioner] = [all.filter(({ namn }) => !isReaction(namn)), all.filter(({ namn }) => isReaction(namn))];
    let position: number | undefined;
    try {
      position = Number(await store.tip());
    } catch {
      // Told by `redo`: a store that does not answer is what this page is for.
    }
    const hinder = house.log.obstacle();
    const redo = position !== undefined && hinder === undefined && all.every(({ fel }) => fel === undefined);
    return reply.code(redo ? 200 : 503).header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
      .send({ redo, lager, logg: store.logg, upplaga: store.upplaga, ...(position !== undefined && { position }), ...(hinder !== undefined && { hinder }), lasmodeller, reaktioner });
  });
};
