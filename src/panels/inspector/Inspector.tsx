/** The inspector: what the selected resource is, what follows from it, and its members to be changed in place. */

import { app, useApp, useResource } from '../../app/index.ts';
import { inspectorTexts } from '../../i18n/index.ts';
import { definitionOf, type Resource, type ResourceId } from '../../model/index.ts';
import { Tabs, useTexts } from '../../ui/index.ts';
import { DesignSummary } from './DesignSummary.tsx';
import { InspectorHeader } from './InspectorHeader.tsx';
import { Overview } from './Overview.tsx';
import { Several } from './Several.tsx';
import { detailTabs, type DetailTab } from './tabs.tsx';
import styles from './Inspector.module.css';

export default function Inspector() {
  const selection = useApp((state) => state.selection);
  const [id] = selection;
  if (id === undefined) return <DesignSummary />;
  if (selection.length > 1) return <Several ids={selection} />;
  return <OneResource id={id} />;
}

interface OneResourceProps {
  readonly id: ResourceId;
}

function OneResource({ id }: OneResourceProps) {
  const resource = useResource(id);
  return resource ? <Details id={id} resource={resource} /> : <DesignSummary />;
}

const showTab = (detailsTab: string): void => app.setView({ detailsTab });

function Details({ id, resource }: OneResourceProps & { readonly resource: Resource }) {
  const text = useTexts(inspectorTexts);
  const wanted = useApp(({ view }) => view.detailsTab);
  const tabs: readonly DetailTab[] = [
    { value: 'overview', label: text.overview, Content: Overview },
    ...detailTabs(definitionOf(resource.kind), text),
  ];
  const chosen = tabs.find(({ value }) => value === wanted) ?? tabs[0];
  if (!chosen) return null;
  const { Content } = chosen;
  return (
    <>
      <InspectorHeader id={id} resource={resource} />
      <Tabs
        label={text.sections}
        tabs={tabs}
        value={chosen.value}
        onChange={showTab}
        panelClassName={styles.content}
      >
        <Content key={id} id={id} resource={resource} onShow={showTab} />
      </Tabs>
    </>
  );
}
