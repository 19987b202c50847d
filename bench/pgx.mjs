import pg from 'pg'

const c = new pg.Client(process.env.U)
await c.connect()
const r = await c.query({
  name: 'x',
  text: "select decode(repeat('ab',5),'hex') a, decode(repeat('cd',3),'hex') b, 'W' c",
  binary: true,
})
console.log(r.rows[0], r.rows[0].a.length, r.rows[0].a.buffer.byteLength)
await c.end()
