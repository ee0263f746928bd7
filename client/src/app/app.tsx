import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { JoinPage, NotFoundPage, SessionsPage, SignInPage } from './pages.tsx';
import { SessionPage } from './session-page.tsx';

export function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Navigate to="/sessions" replace />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/join" element={<JoinPage />} />
        <Route path="/sessions" element={<SessionsPage />} />
        <Route path="/sessions/:sessionId" element={<SessionPage as="therapist" />} />
        <Route path="/sessions/:sessionId/client" element={<SessionPage as="client" />} />
        <Route path="/sessions/:sessionId/chaperone" element={<SessionPage as="chaperone" />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </BrowserRouter>
  );
}
