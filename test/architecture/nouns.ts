/** The list that everything here is held against: what the house is made of, as the API mounts it. */
export { nouns } from '../../apps/api/house';
