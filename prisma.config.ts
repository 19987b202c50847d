import { defineConfig } from 'prisma/config'

/** Where Prisma finds the models and the migrations; the address of the database is given by whoever starts it. */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
})
