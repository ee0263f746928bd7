import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Address } from '@sojourn/shared/care/client-record';
import { CareFacts } from '@sojourn/shared/care/facts';
import { Order } from '@sojourn/shared/care/order';
import { RecordExport } from '@sojourn/shared/http/record-api';
import { z } from 'zod';

/** Where the schema of the exported record is documented (RC1). */
export const SCHEMA_FILE = fileURLToPath(
  new URL('../../../docs/record.schema.json', import.meta.url),
);

// What stands in several events is told once, under its name.
z.globalRegistry.add(CareFacts, { id: 'CareFacts' });
z.globalRegistry.add(Order, { id: 'Order' });
z.globalRegistry.add(Address, { id: 'Address' });

/** JSON Schema 2020-12 of an exported record; nothing but what it names may stand in one. */
export const recordSchema = () => z.toJSONSchema(RecordExport);

// npm run record:schema
if (import.meta.main) writeFileSync(SCHEMA_FILE, JSON.stringify(recordSchema(), null, 2));
