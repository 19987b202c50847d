import { dataPackage } from '@/lib/present/datapackage'
import { machineFile } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

const FILE = { path: '/export/datapackage.json', type: 'application/json; charset=utf-8', isWhole: true }

export const GET = (request: Request): Promise<Response> =>
  machineFile(request, FILE, async () => ({ body: dataPackage(documentContext('en').baseUrl) }))
export const HEAD = GET
