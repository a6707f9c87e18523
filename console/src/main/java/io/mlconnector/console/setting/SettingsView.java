package io.mlconnector.console.setting;

import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.workplace.Settings;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** With what the program runs, for those who may see it. */
public final class SettingsView {

    private final Pages pages;
    private final Settings settings;

    /** Of these settings. */
    public SettingsView(Pages pages, Settings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/settings").handler(Form::noWords).handler(this::show);
    }

    private void show(RoutingContext context) {
        Acting.allowed(context.<Operator>get(Pages.OPERATOR), Permission.SETTINGS);
        settings.shown()
                .onSuccess(shown -> pages.show(
                        context,
                        "settings",
                        new SettingsPage(pages.frame(context, "Settings", Section.SETTINGS), shown)))
                .onFailure(context::fail);
    }
}
