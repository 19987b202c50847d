import { fileURLToPath } from 'node:url'

/** Pages of the app part, in both languages. The public documents bring their own headers. */
const APP = '/:lang(fr|en)/:part(desk|sign-in|invitation)/:path*'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The optimiser is where most of the advisories live (trust.md 0.2), and we have no photographs.
  images: { unoptimized: true },
  // Native modules, and drivers that look for their own files.
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-copy-streams',
    'postgres',
    'nodemailer',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  // A lockfile in a parent folder must not move the root of the project.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  // `npm test` runs tsc; checking the types twice would double the time of a first start.
  typescript: { ignoreBuildErrors: true },
  // The longest dispatch is a million characters of up to three bytes. One of five million must reach the sentence that
  // refuses it, not an error page.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  // A container of annotations ends in a slash (Web Annotation Protocol); every other address is without one.
  skipTrailingSlashRedirect: true,
  redirects: async () => [{ source: '/:path((?!annotations/)[^/\\%].*)/', destination: '/:path', permanent: true }],
  // Google's name for the search of fact checks, and the same in our API: no folder may be called that on Windows.
  rewrites: async () =>
    ['/v1alpha1/claims\\:search', '/api/v1/claims\\:search'].map((source) => ({
      source,
      destination: '/api/v1/claims-search',
    })),
  headers: async () => [
    {
      source: APP,
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        // Not `no-referrer`: with it browsers send `Origin: null` on our own forms, which we and Next refuse. Nothing leaves the site either way.
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        { key: 'Cache-Control', value: 'private, no-store' },
      ],
    },
    { source: '/_next/static/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
  ],
}

export default config
