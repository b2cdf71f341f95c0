package dev.assay.sources.hub;

import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.store.HubCache;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Models and data sets of the hub.
public final class Hub implements SourceKind {

  @Override
  public List<String> forms() {
    return List.of(
        "hf:org/name[@revision]", "hf-dataset:org/name[@revision]", "a hub page's address");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    HubSettings settings = HubSettings.of(options.environment());
    return HubName.parse(reference, settings.hosts())
        .map(name ->
            new Recognised(
                (name.dataset() ? "the data set " : "the model ")
                    + name.id()
                    + (name.revision() == null ? "" : " at " + name.revision())
                    + " of the hub at "
                    + settings.endpoint().getAuthority(),
                name.id().substring(name.id().indexOf('/') + 1),
                (id, session) -> open(id, name, settings, session)));
  }

  @Override
  public Optional<String> pinned(String reference, String revision) {
    return HubName.parse(reference, Set.of())
        .map(name -> new HubName(name.dataset(), name.id(), revision).reference());
  }

  private static Reached open(String id, HubName name, HubSettings settings, Session session) {
    if (!settings.problem().isEmpty()) {
      return new Reached.Not(settings.problem(), "", true);
    }
    var client = new HubClient(settings, session.web());
    return switch (client.info(name)) {
      case HubClient.Said.No<HubClient.Info>(
              String message,
              String next,
              boolean wrong,
              boolean _) -> {
        boolean offline = session.options().offline() || settings.offline();
        HubCache held = HubCache.of(HubCache.folder(settings.cache(), name.dataset(), name.id()));
        yield offline && held != null
            ? held.open(id, name.reference(), name.revision(), settings.cache(), session)
            : new Reached.Not(message, next, wrong);
      }
      case HubClient.Said.Yes<HubClient.Info>(HubClient.Info info) ->
          switch (client.tree(info.name(), info.commit())) {
            case HubClient.Said.No<HubClient.Tree>(
                    String message,
                    String next,
                    boolean wrong,
                    boolean _) ->
                new Reached.Not(message, next, wrong);
            case HubClient.Said.Yes<HubClient.Tree>(HubClient.Tree tree) ->
                new Reached.Tree(
                    new HubTree(
                        id,
                        name,
                        info,
                        tree,
                        new NamedRepositories(id, client).lookUp(info),
                        client,
                        session.now()));
          };
    };
  }
}
