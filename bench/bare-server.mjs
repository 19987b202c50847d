/**
 * The floor: a Node http server that sends one body it holds in memory, with the headers it is told. Nothing else.
 *   node bench/bare-server.mjs PORT BODY_FILE HEADERS_FILE   (headers: a flat JSON array of names and values)
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, bodyFile, headersFile] = process.argv.slice(2)
const body = readFileSync(bodyFile ?? '')
const headers = JSON.parse(readFileSync(headersFile ?? '', 'utf8'))
createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(port), '127.0.0.1', () => console.log('READY'))
