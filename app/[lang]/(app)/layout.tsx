import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { loadNewsroom } from '@/lib/services/load-newsroom'

/** Every page of the app is made for one reader, now: nothing here is rendered ahead or kept. */
export const dynamic = 'force-dynamic'
export async function generateMetadata(): Promise<Metadata> {
  const newsroom = await loadNewsroom()
  return { title: { default: newsroom, template: `%s | ${newsroom}` }, robots: { index: false, follow: false } }
}
export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

type Props = { children: ReactNode; params: Promise<{ lang: string }> }

/** The root of the app part. The public documents have their own root, without any of this. */
export default async function AppLayout({ children, params }: Props) {
  const { lang } = await params
  const theme = (await cookies()).get('recoupe.theme')?.value
  const chosen = theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {}
  return (
    <html lang={lang === 'en' ? 'en' : 'fr'} dir="ltr" {...chosen}>
      <head>
        {/* Plain links: the stylesheets are served from memory beside the public documents, one copy for both. */}
        <link rel="stylesheet" href="/assets/recoupe.css" />
        <link rel="stylesheet" href="/assets/desk.css" />
      </head>
      <body>{children}</body>
    </html>
  )
}
