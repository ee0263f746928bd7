import { I18nProvider } from 'react-aria-components';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { locale } from '../language/index.ts';
import { useLanguage } from '../language/use-language.ts';
import { BrokenPage, WhenBroken } from './broken-page.tsx';
import { CardPage } from './card-page.tsx';
import { JoinPage, NotFoundPage, SignInPage } from './entry-pages.tsx';
import { lazyPage } from './lazy-page.tsx';
import { SessionPage } from './session-page.tsx';
import { useAppShell } from './use-app-shell.ts';

const therapistPages = () => import('./therapist-pages.tsx');
const SessionsPage = lazyPage(() => therapistPages().then((pages) => pages.SessionsPage));
const ClientsPage = lazyPage(() => therapistPages().then((pages) => pages.ClientsPage));
const PracticePage = lazyPage(() => therapistPages().then((pages) => pages.PracticePage));
const ClientPage = lazyPage(() => import('./client-page.tsx').then((page) => page.ClientPage));
const RecordPage = lazyPage(() => import('./record-page.tsx').then((page) => page.RecordPage));

export function App() {
  useLanguage();
  useAppShell();
  return (
    <I18nProvider locale={locale()}>
      <WhenBroken instead={<BrokenPage />}>
        <BrowserRouter>
          <Routes>
            <Route path="/" element={<Navigate to="/sessions" replace />} />
            <Route path="/sign-in" element={<SignInPage />} />
            <Route path="/join" element={<JoinPage />} />
            <Route path="/sessions" element={<SessionsPage />} />
            <Route path="/sessions/:sessionId" element={<SessionPage as="therapist" />} />
            <Route path="/sessions/:sessionId/client" element={<SessionPage as="client" />} />
            <Route path="/sessions/:sessionId/chaperone" element={<SessionPage as="chaperone" />} />
            <Route path="/sessions/:sessionId/record" element={<RecordPage />} />
            <Route path="/sessions/:sessionId/card" element={<CardPage />} />
            <Route path="/clients" element={<ClientsPage />} />
            <Route path="/clients/:clientId" element={<ClientPage />} />
            <Route path="/practice" element={<PracticePage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </BrowserRouter>
      </WhenBroken>
    </I18nProvider>
  );
}
