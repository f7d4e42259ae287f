import { eventStoreContract } from './event-store.contract';
import { ambiguityContract, logContract } from './log.contract';
import { stores } from './stores';
import { transactorContract } from './transactor.contract';

for (const [name, open] of Object.entries(stores())) {
  eventStoreContract(name, open);
  logContract(name, open);
  transactorContract(name, open);
}
ambiguityContract();
