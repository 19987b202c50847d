/**
 * The floor of a page nobody remembers: a Node http server that runs one prepared statement for the bytes at an address and
 * sends them. Nothing else.
 *   DATABASE_URL=… node bench/bare-sql-server.mjs PORT
 */
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const text = 'select gzip, etag from publications where address = $1 order by created_at desc limit 1'
createServer(async (request, response) => {
  const { rows } = await pool.query({ name: 'page', text, values: [request.url] })
  if (!rows[0]) {
    response.writeHead(404)
    response.end()
    return
  }
  const { gzip, etag } = rows[0]
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Encoding': 'gzip',
    'Content-Length': gzip.length,
    ETag: etag,
  })
  response.end(gzip)
}).listen(Number(process.argv[2]), '127.0.0.1')
