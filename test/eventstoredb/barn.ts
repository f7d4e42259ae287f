import { addressOf } from '../../infra/eventstoredb/address';
import { EventStoreDbEventStore } from '../../infra/eventstoredb/eventstoredb-event-store';
import { EventStoreDbKeyStore } from '../../infra/eventstoredb/eventstoredb-key-store';
import { asker, Node, ta } from '../contract/kolapp';

/** A node in a process of its own that gives one command, to be killed before it hears how it went. */
const [url = '', id = '', command = ''] = process.argv.slice(2);
void EventStoreDbEventStore.open({ address: addressOf(url) }).then((store) => new Node(store, new EventStoreDbKeyStore(store)).ask(id, ta(2), asker(command)));
