import { getRouteApi, Navigate } from '@tanstack/react-router';

const page = getRouteApi('/series/$seriesId/naming');

/** The platform leads to a naming by its series; here it stands among the honours. */
export const SeriesNaming = () => {
  const { seriesId } = page.useParams();
  return <Navigate to="/honours/naming/$seriesId" params={{ seriesId }} replace />;
};
