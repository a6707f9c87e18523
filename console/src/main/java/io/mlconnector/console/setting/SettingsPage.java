package io.mlconnector.console.setting;

import io.mlconnector.console.page.Frame;
import io.mlconnector.console.workplace.Settings;
import java.util.Objects;

/**
 * The page of settings.
 *
 * @param frame around it
 * @param shown the settings
 */
public record SettingsPage(Frame frame, Settings.Shown shown) {
    public SettingsPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(shown, "shown");
    }
}
