import { csvwMetadata, csvwPath, type TableName } from '@/lib/present/datapackage'
import { machineFile } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

/** GET and HEAD of what one table holds. */
export const csvwRoute =
  (table: TableName) =>
  (request: Request): Promise<Response> =>
    machineFile(
      request,
      { path: csvwPath(table), type: 'application/csvm+json; charset=utf-8', isWhole: true },
      async () => ({
        body: csvwMetadata(table, documentContext('en').baseUrl),
      }),
    )
