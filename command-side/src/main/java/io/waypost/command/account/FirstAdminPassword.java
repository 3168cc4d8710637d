package io.waypost.command.account;

/** The admin account was made on the first start with a random password, which whoever started the service must learn. */
public record FirstAdminPassword(String username, String password) {

    /** Without the password, so that no log line ever shows it. */
    @Override
    public String toString() {
        return "FirstAdminPassword[" + username + "]";
    }
}
